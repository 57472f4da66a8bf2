/**
 * Frames as bytes: IEEE 802.3 headers, IEEE 802.1Q tags and MAC addresses, read and written at addresses. Nothing here
 * allocates but the methods that make text.
 */
@NullMarked
package io.isolane.core.frame;

import org.jspecify.annotations.NullMarked;
