/** Measures the switch in memory: how many frames a second it forwards in each isolation mode, and how long each frame takes. */
@NullMarked
package io.isolane.tools.bench;

import org.jspecify.annotations.NullMarked;
