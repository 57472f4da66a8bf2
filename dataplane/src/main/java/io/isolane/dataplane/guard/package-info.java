/**
 * What the guards of a port decide about one frame: policing here, and whatever looks into frames. A guard knows addresses and lengths, never
 * batches; it gets the time, never reads it; and it says why a frame is refused, or nothing. Everything here is confined to the worker that
 * owns the port, allocates only when a port's guards change, and throws nothing for what a frame contains.
 */
@NullMarked
package io.isolane.dataplane.guard;

import org.jspecify.annotations.NullMarked;
