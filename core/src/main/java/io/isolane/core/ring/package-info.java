/**
 * Rings: bounded queues of frame descriptors between two owners, off-heap. Putting a descriptor into a ring hands the frame
 * over; taking it out takes ownership.
 */
@NullMarked
package io.isolane.core.ring;

import org.jspecify.annotations.NullMarked;
