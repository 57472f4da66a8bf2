/**
 * The command {@code explain}: what the switch of a configuration would do with one frame, as its own stages decide. Needs neither
 * devices nor root.
 */
@NullMarked
package io.isolane.tools.explain;

import org.jspecify.annotations.NullMarked;
