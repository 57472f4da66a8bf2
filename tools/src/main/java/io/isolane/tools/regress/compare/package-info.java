/** {@code isolane regress compare}: stored results of two sides, matched metric by metric and judged. */
@NullMarked
package io.isolane.tools.regress.compare;

import org.jspecify.annotations.NullMarked;
