package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads UDP headers at absolute addresses (RFC 768), of which eight bytes are there. Stateless; any thread that owns the frame.
 */
public final class UdpHeader {
    public static final int LENGTH = 8;

    private UdpHeader() {}

    public static int sourcePort(long header) {
        return RawMemory.getShortBigEndian(header) & 0xffff;
    }

    public static int destinationPort(long header) {
        return RawMemory.getShortBigEndian(header + 2) & 0xffff;
    }

    /** Bytes of header and payload, as the sender says: whoever reads them sees that they are there. */
    public static int length(long header) {
        return RawMemory.getShortBigEndian(header + 4) & 0xffff;
    }

    /** True if the length that the sender says is that of a datagram within {@code available} bytes. */
    public static boolean isSound(long header, int available) {
        return length(header) >= LENGTH && length(header) <= available;
    }
}
