/**
 * Whether a mode keeps its word: an {@link io.isolane.tools.audit.verdict.Expectation} says for each flow whether a listener hears it,
 * a {@link io.isolane.tools.audit.verdict.Finding} holds it against what was captured, cell by cell.
 */
@NullMarked
package io.isolane.tools.audit.verdict;

import org.jspecify.annotations.NullMarked;
