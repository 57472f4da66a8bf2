/** {@code isolane bench profile}: where the nanoseconds of a frame go, by the JVM's own samples of processor time. */
@NullMarked
package io.isolane.tools.bench.profile;

import org.jspecify.annotations.NullMarked;
