package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes a thread that sleeps in the kernel (eventfd(2)). Any thread signals, one drains. Signals add up, none is lost;
 * neither call allocates. Closed when nobody signals any more.
 */
public final class EventFd implements AutoCloseable {
    /** linux/eventfd.h. */
    private static final int EFD_NONBLOCK = 0x800;

    private static final int EFD_CLOEXEC = 0x80000;

    private final Arena arena = Arena.ofAuto();
    private final long one = arena.allocate(Long.BYTES, Long.BYTES).address();
    private final long count = arena.allocate(Long.BYTES, Long.BYTES).address();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final int file;

    /**
     * Opens one without a signal.
     *
     * @throws NativeException when no file descriptor is left
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public EventFd() throws NativeException {
        Linux.require("workers that sleep in the kernel");
        file = NativeException.check(Libc.eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "open", "an eventfd");
        RawMemory.putLong(one, 1);
    }

    /** Wakes the sleeper, now or at its next sleep. */
    public void signal() {
        Transfer.writeLong(file, one);
    }

    /** Takes back all signals; whether there was one. */
    public boolean drain() {
        return Transfer.readLong(file, count);
    }

    /** The file descriptor, readable while there is a signal. */
    public int file() {
        return file;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.close(file);
        }
    }
}
