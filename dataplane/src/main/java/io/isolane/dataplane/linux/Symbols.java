package io.isolane.dataplane.linux;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Links libc's functions by name. Pointers and {@code size_t} are longs here, so that a call makes no objects.
 * Immutable; any thread.
 */
final class Symbols {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    static final long ERRNO_OFFSET = CALL_STATE.byteOffset(PathElement.groupElement("errno"));

    private static final Linker LINKER = Linker.nativeLinker();

    private Symbols() {}

    /** A function whose error number is captured: its handle takes a {@link CallState}'s segment first. */
    static MethodHandle link(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments), Linker.Option.captureCallState("errno"));
    }

    /** A function declared with {@code ...} after its first two parameters, as open and ioctl are. */
    static MethodHandle linkVariadic(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(
                name,
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(2));
    }

    /** The same, where nobody asks for the error number. */
    static MethodHandle linkVariadicWithoutErrno(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments), Linker.Option.firstVariadicArg(2));
    }

    /** A function whose error number nobody asks for. */
    static MethodHandle linkWithoutErrno(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, FunctionDescriptor function, Linker.Option... options) {
        Linux.require("native calls");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), function, options);
    }

    /** What a native call throws is never an error of the device: a broken link or a virtual machine error. */
    static AssertionError unexpected(Throwable thrown) {
        return new AssertionError("a native call could not be made", thrown);
    }
}
