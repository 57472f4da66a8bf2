/** A frame is read and written in place, at offsets that the standards of IEEE 802 give. */
@NullMarked
package io.isolane.core.frame;

import org.jspecify.annotations.NullMarked;
