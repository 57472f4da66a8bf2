package io.isolane.dataplane.linux;

import static io.isolane.dataplane.linux.Symbols.LONG;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * How one caller learns why its last call failed. Confined to one thread at a time.
 *
 * <p>A handle that captures the error number slices the segment it is given, and whether the compiler leaves that object
 * out depends on what else the program does. So a call made per batch captures nothing and asks {@link #hint} when it
 * fails. That reads the thread's own {@code errno}, which the virtual machine may have overwritten since, so it is
 * believed only where a mistake does no harm: "try again" and "network down" make the caller do just that and look at
 * the interface. For any other number the call is made once more with a handle that captures.
 */
final class CallState {
    /** errno.h: where the calling thread's error number is, for as long as the thread lives. */
    private static final MethodHandle ERRNO_LOCATION = Symbols.linkWithoutErrno("__errno_location", LONG);

    private final MemorySegment segment = Arena.ofAuto().allocate(Symbols.CALL_STATE);
    private @Nullable Thread thread;
    private long errno;

    CallState() {
        bind(Thread.currentThread());
    }

    /** For a handle that captures the error number. */
    MemorySegment segment() {
        return segment;
    }

    /** The kernel's convention: what the function returned, or the captured error number, negated, in place of -1. */
    int result(long returned) {
        return returned >= 0 ? (int) returned : -segment.get(Symbols.INT, Symbols.ERRNO_OFFSET);
    }

    /** EAGAIN or ENETDOWN if the call that just failed on this thread seems to have said so; else 0. */
    int hint() {
        Thread current = Thread.currentThread();
        if (current != thread) {
            bind(current);
        }
        int number = errno == 0 ? 0 : RawMemory.getInt(errno);
        return number == Errno.EAGAIN || number == Errno.ENETDOWN ? number : 0;
    }

    /** A virtual thread has no errno of its own, and gets no hints. */
    private void bind(Thread current) {
        thread = current;
        errno = current.isVirtual() ? 0 : errnoLocation();
    }

    private static long errnoLocation() {
        try {
            return (long) ERRNO_LOCATION.invokeExact();
        } catch (Throwable thrown) {
            throw Symbols.unexpected(thrown);
        }
    }
}
