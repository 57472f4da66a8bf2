/** Counters have one writer and any number of readers; every dropped frame is counted under a named reason. */
@NullMarked
package io.isolane.core.counter;

import org.jspecify.annotations.NullMarked;
