package io.isolane.dataplane.linux;

import static io.isolane.dataplane.linux.Symbols.INT;
import static io.isolane.dataplane.linux.Symbols.LONG;
import static io.isolane.dataplane.linux.Symbols.unexpected;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/**
 * Calls made when something is set up or taken down, never per batch. Each returns its result or the negated error
 * number; pointers are absolute addresses in bytes. Any thread.
 */
final class Libc {
    /** Flags of open (asm-generic/fcntl.h). */
    static final int O_RDONLY = 0;

    static final int O_RDWR = 2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;

    private static final MethodHandle OPEN = Symbols.linkVariadic("open", INT, LONG, INT, INT);
    private static final MethodHandle CLOSE = Symbols.link("close", INT, INT);
    private static final MethodHandle IOCTL = Symbols.linkVariadic("ioctl", INT, INT, LONG, LONG);
    private static final MethodHandle IOCTL_WITHOUT_ERRNO =
            Symbols.linkVariadicWithoutErrno("ioctl", INT, INT, LONG, LONG);
    private static final MethodHandle SETNS = Symbols.link("setns", INT, INT, INT);
    private static final MethodHandle SOCKET = Symbols.link("socket", INT, INT, INT, INT);
    private static final MethodHandle BIND = Symbols.link("bind", INT, INT, LONG, INT);
    private static final MethodHandle SETSOCKOPT = Symbols.link("setsockopt", INT, INT, INT, INT, LONG, INT);
    private static final MethodHandle EVENTFD = Symbols.link("eventfd", INT, INT, INT);

    private Libc() {}

    /** Opens a file that exists; on success the file descriptor. */
    static int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            CallState state = new CallState();
            long name = arena.allocateFrom(path).address();
            return state.result((int) OPEN.invokeExact(state.segment(), name, flags | O_CLOEXEC, 0));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    static int close(int file) {
        try {
            CallState state = new CallState();
            return state.result((int) CLOSE.invokeExact(state.segment(), file));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Asks a device something; the argument is an address or a plain value, as the request says. */
    static int ioctl(int file, long request, long argument) {
        try {
            CallState state = new CallState();
            return state.result((int) IOCTL.invokeExact(state.segment(), file, request, argument));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** The same for a caller that asks again and again, and only whether there was an answer: allocates nothing. */
    static boolean ask(int file, long request, long argument) {
        try {
            return (int) IOCTL_WITHOUT_ERRNO.invokeExact(file, request, argument) >= 0;
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** Moves the calling thread into a namespace that is open as a file. */
    static int setns(int file, int kind) {
        try {
            CallState state = new CallState();
            return state.result((int) SETNS.invokeExact(state.segment(), file, kind));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    static int socket(int family, int type, int protocol) {
        try {
            CallState state = new CallState();
            return state.result((int) SOCKET.invokeExact(state.segment(), family, type, protocol));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    static int bind(int socket, long address, int bytes) {
        try {
            CallState state = new CallState();
            return state.result((int) BIND.invokeExact(state.segment(), socket, address, bytes));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    static int setsockopt(int socket, int level, int option, long value, int bytes) {
        try {
            CallState state = new CallState();
            return state.result((int) SETSOCKOPT.invokeExact(state.segment(), socket, level, option, value, bytes));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    static int eventfd(int initial, int flags) {
        try {
            CallState state = new CallState();
            return state.result((int) EVENTFD.invokeExact(state.segment(), initial, flags));
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }
}
