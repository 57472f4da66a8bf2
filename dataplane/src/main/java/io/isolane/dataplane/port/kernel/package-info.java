/**
 * What ports on devices of the Linux kernel have in common: places where frames of unknown length land, the bytes that
 * go before a departing frame, and how the device is.
 */
@NullMarked
package io.isolane.dataplane.port.kernel;

import org.jspecify.annotations.NullMarked;
