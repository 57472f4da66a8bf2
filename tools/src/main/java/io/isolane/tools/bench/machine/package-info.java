/** The machine beside the figures: what it is, how quick its cores are with each other, and how often it pauses on its own. */
@NullMarked
package io.isolane.tools.bench.machine;

import org.jspecify.annotations.NullMarked;
