package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.RawMemory;

/**
 * {@code struct virtio_net_hdr_v1}: little-endian, 12 bytes (virtio 1.2, 5.1.6; linux/virtio_net.h).
 *
 * <pre>
 *   0       1          2         4          6            8             10            12
 *   +-------+----------+---------+----------+------------+-------------+-------------+
 *   | flags | gso_type | hdr_len | gso_size | csum_start | csum_offset | num_buffers |
 *   +-------+----------+---------+----------+------------+-------------+-------------+
 * </pre>
 *
 * <p>{@code csum_start} counts bytes from the frame's first byte, wherever that is in its slot: who takes a tag out of a
 * frame's bytes, or puts one in, calls {@link #moveChecksum}. Static readers and writers at absolute addresses; the caller
 * owns the 12 bytes.
 */
public final class VirtioNetHeader {
    public static final int FLAGS = 0;
    public static final int GSO_TYPE = 1;
    public static final int HEADER_LENGTH = 2;
    public static final int GSO_SIZE = 4;
    public static final int CHECKSUM_START = 6;
    public static final int CHECKSUM_OFFSET = 8;
    public static final int BUFFERS = 10;

    /** Bytes of the header, {@code num_buffers} included. */
    public static final int LENGTH = 12;

    /** VIRTIO_NET_HDR_F_NEEDS_CSUM: the checksum from {@code csum_start} on is still to be filled in. */
    public static final int NEEDS_CHECKSUM = 1;

    /** VIRTIO_NET_HDR_F_DATA_VALID: the checksum was verified. */
    public static final int DATA_VALID = 2;

    public static final int GSO_NONE = 0;
    public static final int GSO_TCPV4 = 1;

    /** UDP fragmentation offload, which Linux no longer offers. */
    public static final int GSO_UDP = 3;

    public static final int GSO_TCPV6 = 4;

    /** VIRTIO_NET_HDR_GSO_UDP_L4: one datagram for each {@code gso_size} bytes. */
    public static final int GSO_UDP_L4 = 5;

    /** VIRTIO_NET_HDR_GSO_ECN, a bit beside the type: the TCP header has CWR set. */
    public static final int GSO_ECN = 0x80;

    private VirtioNetHeader() {}

    public static int flags(long header) {
        return RawMemory.getByte(header + FLAGS) & 0xff;
    }

    public static boolean needsChecksum(long header) {
        return (flags(header) & NEEDS_CHECKSUM) != 0;
    }

    /** The kind of segmentation, without {@link #GSO_ECN}. */
    public static int gsoType(long header) {
        return RawMemory.getByte(header + GSO_TYPE) & 0xff & ~GSO_ECN;
    }

    public static int headerLength(long header) {
        return unsignedShort(header + HEADER_LENGTH);
    }

    public static int gsoSize(long header) {
        return unsignedShort(header + GSO_SIZE);
    }

    public static int checksumStart(long header) {
        return unsignedShort(header + CHECKSUM_START);
    }

    public static int checksumOffset(long header) {
        return unsignedShort(header + CHECKSUM_OFFSET);
    }

    /** Writes all fields; {@code num_buffers} becomes 1, which is what a frame in one piece has. */
    public static void write(
            long header, int flags, int gsoType, int headerLength, int gsoSize, int checksumStart, int checksumOffset) {
        RawMemory.putByte(header + FLAGS, (byte) flags);
        RawMemory.putByte(header + GSO_TYPE, (byte) gsoType);
        RawMemory.putShort(header + HEADER_LENGTH, (short) headerLength);
        RawMemory.putShort(header + GSO_SIZE, (short) gsoSize);
        RawMemory.putShort(header + CHECKSUM_START, (short) checksumStart);
        RawMemory.putShort(header + CHECKSUM_OFFSET, (short) checksumOffset);
        RawMemory.putShort(header + BUFFERS, (short) 1);
    }

    /** Says that nothing is pending. */
    public static void clear(long header) {
        write(header, 0, GSO_NONE, 0, 0, 0, 0);
    }

    /** Follows the frame's first byte: {@code bytes} is 4 when a tag was put into the bytes, -4 when one was taken out. */
    public static void moveChecksum(long header, int bytes) {
        RawMemory.putShort(header + CHECKSUM_START, (short) (checksumStart(header) + bytes));
        RawMemory.putShort(header + HEADER_LENGTH, (short) (headerLength(header) + bytes));
    }

    private static int unsignedShort(long address) {
        return RawMemory.getShort(address) & 0xffff;
    }
}
