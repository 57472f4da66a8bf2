package io.isolane.benchmarks.peer;

import io.isolane.core.frame.EtherType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Frames as arrays of bytes, which is what programs that read a socket have. Confined to its thread. */
final class ByteFrames {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private final byte[] guest;

    /** For frames of up to {@code longest} bytes. */
    ByteFrames(int longest) {
        guest = new byte[longest];
    }

    /** The source's next frame, written into the guest's own memory and copied from there, as a read from a socket does. */
    byte[] copyOfNext(FrameSource frames) {
        frames.next();
        long source = frames.source();
        LONG.set(guest, 6, source << 16 | EtherType.IPV4);
        LONG.set(guest, 0, frames.destination() << 16 | source >>> 32);
        return Arrays.copyOf(guest, frames.length());
    }

    static long destination(byte[] frame) {
        return (long) LONG.get(frame, 0) >>> 16;
    }

    static long source(byte[] frame) {
        return (long) LONG.get(frame, 6) >>> 16;
    }
}
