/** Measures what a second worker adds, beside the distance of the two cores, and what follows from it for more. */
@NullMarked
package io.isolane.tools.bench.scaling;

import org.jspecify.annotations.NullMarked;
