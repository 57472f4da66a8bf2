package io.isolane.dataplane.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where the error number of one caller's last call is left. Confined to one thread at a time: a device that is called
 * per batch keeps one, so that its calls allocate nothing.
 */
final class CallState {
    private final MemorySegment segment = Arena.ofAuto().allocate(Symbols.CALL_STATE);

    MemorySegment segment() {
        return segment;
    }

    /** The kernel's convention: what the function returned, or the negated error number in place of -1. */
    int result(long returned) {
        return returned >= 0 ? (int) returned : -segment.get(Symbols.INT, Symbols.ERRNO_OFFSET);
    }
}
