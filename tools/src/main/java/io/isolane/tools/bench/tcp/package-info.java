/** Measures TCP through the switch's Linux ports beside the Linux bridge, in the same minutes and by the same program. */
@NullMarked
package io.isolane.tools.bench.tcp;

import org.jspecify.annotations.NullMarked;
