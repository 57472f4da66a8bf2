package io.isolane.dataplane.linux;

import static io.isolane.dataplane.linux.Symbols.INT;
import static io.isolane.dataplane.linux.Symbols.LONG;
import static io.isolane.dataplane.linux.Symbols.unexpected;

import java.lang.invoke.MethodHandle;

/**
 * Calls made per frame or per batch: they allocate nothing. Each returns its result (bytes, messages, ready files) or
 * the negated error number; pointers are absolute addresses. Any thread, each with its own {@link CallState}.
 */
final class Transfer {
    /** A flag of recvmmsg and sendmmsg (linux/socket.h). */
    static final int MSG_DONTWAIT = 0x40;

    private static final MethodHandle READ = Symbols.linkWithoutErrno("read", LONG, INT, LONG, LONG);
    private static final MethodHandle WRITE = Symbols.linkWithoutErrno("write", LONG, INT, LONG, LONG);
    private static final MethodHandle READV = Symbols.linkWithoutErrno("readv", LONG, INT, LONG, INT);
    private static final MethodHandle WRITEV = Symbols.linkWithoutErrno("writev", LONG, INT, LONG, INT);
    private static final MethodHandle RECVMMSG = Symbols.linkWithoutErrno("recvmmsg", INT, INT, LONG, INT, INT, LONG);
    private static final MethodHandle SENDMMSG = Symbols.linkWithoutErrno("sendmmsg", INT, INT, LONG, INT, INT);
    private static final MethodHandle PPOLL = Symbols.linkWithoutErrno("ppoll", INT, LONG, LONG, LONG, LONG);

    /** The same functions for a caller that has to know the error number. */
    private static final MethodHandle READV_TOLD = Symbols.link("readv", LONG, INT, LONG, INT);

    private static final MethodHandle WRITEV_TOLD = Symbols.link("writev", LONG, INT, LONG, INT);
    private static final MethodHandle RECVMMSG_TOLD = Symbols.link("recvmmsg", INT, INT, LONG, INT, INT, LONG);
    private static final MethodHandle SENDMMSG_TOLD = Symbols.link("sendmmsg", INT, INT, LONG, INT, INT);

    private Transfer() {}

    /** Reads 8 bytes, as an eventfd wants it; false when there are none. */
    static boolean readLong(int file, long address) {
        try {
            return (long) READ.invokeExact(file, address, 8L) == 8;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Writes 8 bytes, as an eventfd wants it; false when they were not taken. */
    static boolean writeLong(int file, long address) {
        try {
            return (long) WRITE.invokeExact(file, address, 8L) == 8;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Reads one frame into the places of an iovec array. */
    static int readv(CallState state, int file, long iovecs, int count) {
        try {
            long read = (long) READV.invokeExact(file, iovecs, count);
            if (read >= 0) {
                return (int) read;
            }
            int hint = state.hint();
            return hint != 0
                    ? -hint
                    : state.result((long) READV_TOLD.invokeExact(state.segment(), file, iovecs, count));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Writes one frame from the places of an iovec array. */
    static int writev(CallState state, int file, long iovecs, int count) {
        try {
            long written = (long) WRITEV.invokeExact(file, iovecs, count);
            if (written >= 0) {
                return (int) written;
            }
            int hint = state.hint();
            return hint != 0
                    ? -hint
                    : state.result((long) WRITEV_TOLD.invokeExact(state.segment(), file, iovecs, count));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Receives up to {@code count} messages without waiting. */
    static int recvmmsg(CallState state, int socket, long messages, int count) {
        try {
            int received = (int) RECVMMSG.invokeExact(socket, messages, count, MSG_DONTWAIT, 0L);
            if (received >= 0) {
                return received;
            }
            int hint = state.hint();
            return hint != 0
                    ? -hint
                    : state.result((int)
                            RECVMMSG_TOLD.invokeExact(state.segment(), socket, messages, count, MSG_DONTWAIT, 0L));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Sends up to {@code count} messages without waiting; an error is told only when it hits the first of them. */
    static int sendmmsg(CallState state, int socket, long messages, int count) {
        try {
            int sent = (int) SENDMMSG.invokeExact(socket, messages, count, MSG_DONTWAIT);
            if (sent >= 0) {
                return sent;
            }
            int hint = state.hint();
            return hint != 0
                    ? -hint
                    : state.result(
                            (int) SENDMMSG_TOLD.invokeExact(state.segment(), socket, messages, count, MSG_DONTWAIT));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Sleeps until a file is ready or the time (address of a timespec) is over; how many are ready, or -1. */
    static int ppoll(long files, int count, long timeout) {
        try {
            return (int) PPOLL.invokeExact(files, (long) count, timeout, 0L);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }
}
