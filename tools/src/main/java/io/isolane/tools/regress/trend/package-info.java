/** {@code isolane regress trend}: results in the order of time, and where their level changed. */
@NullMarked
package io.isolane.tools.regress.trend;

import org.jspecify.annotations.NullMarked;
