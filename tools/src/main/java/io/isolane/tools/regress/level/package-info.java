/** Slow-downs that someone accepted, with the reason: they are not reported again until it gets worse. No threads. */
@NullMarked
package io.isolane.tools.regress.level;

import org.jspecify.annotations.NullMarked;
