/** The gate: forks of two sides in turns, looked at, confirmed or extended by fresh ones, until there is a verdict. */
@NullMarked
package io.isolane.tools.regress.gate;

import org.jspecify.annotations.NullMarked;
