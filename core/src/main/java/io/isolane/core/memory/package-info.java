/**
 * Off-heap memory of frames: slots, descriptors and the pool they come from.
 *
 * <p><b>Ownership.</b> A frame has exactly one owner. Taking its descriptor from a ring, a pool or a port takes ownership;
 * the owner hands the frame on or frees it, and after either never touches it again. Only a flood shares a frame: its
 * descriptors then carry {@link io.isolane.core.memory.Descriptor#SHARED}, a count in the slot's header says how many are
 * left, each holder frees its own, and nobody writes to the bytes.
 *
 * <p><b>Places.</b> A frame lives in a slot of one of two {@link io.isolane.core.memory.SlotClass classes}; a descriptor is
 * one {@code long} that carries the slot's address, so both classes look alike on the frame path.
 */
@NullMarked
package io.isolane.core.memory;

import org.jspecify.annotations.NullMarked;
