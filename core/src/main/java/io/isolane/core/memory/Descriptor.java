package io.isolane.core.memory;

/**
 * A frame in one {@code long}; 0 is no frame.
 *
 * <pre>
 *   63    62      61     60      59     58        43 42           26 25                       0
 *  +-----+-------+------+-------+------+------------+---------------+--------------------------+
 *  |INNER|OFFLOAD|SHARED|SHIFTED|TAGGED| TCI        | length, bytes | address, 64-byte units   |
 *  |_TAG |       |      |       |      | 16         | 17            | 26, from the memory base |
 *  +-----+-------+------+-------+------+------------+---------------+--------------------------+
 * </pre>
 *
 * <p>The 802.1Q tag control information travels beside the frame, as in a kernel's skb or a DPDK mbuf, so that an access and a
 * trunk port share one copy of the bytes. Its TPID is that of the port the frame came from or goes to. Immutable values; any
 * thread.
 */
public final class Descriptor {
    public static final long NONE = 0;

    /** The TCI field names a tag that is not in the bytes. */
    public static final long TAGGED = 1L << 59;

    /** The frame starts {@link FrameLayout#FRAME_SHIFTED} bytes into its slot. */
    public static final long SHIFTED = 1L << 60;

    /** One of several descriptors of one frame: the bytes are read-only. */
    public static final long SHARED = 1L << 61;

    /** A virtio-net header in the slot describes a pending checksum or segmentation. */
    public static final long OFFLOAD = 1L << 62;

    /** What follows the tag that was taken out is itself a tag. */
    public static final long INNER_TAG = 1L << 63;

    public static final int LENGTH_MASK = 0x1ffff;

    private static final long UNIT_MASK = 0x3ff_ffff;
    private static final int LENGTH_SHIFT = 26;
    private static final int TCI_SHIFT = 43;
    /** The bits of the tag control information. */
    public static final long TCI_FIELD = 0xffffL << TCI_SHIFT;

    private static final int SHIFTED_TO_BYTES = 58;

    private Descriptor() {}

    /** The frame of {@code length} bytes in the slot at {@code unit}, without a tag beside it. */
    public static long of(int unit, int length) {
        return (unit & UNIT_MASK) | (long) length << LENGTH_SHIFT;
    }

    /** The slot's coloured start, in 64-byte units from the memory's base. */
    public static int unit(long descriptor) {
        return (int) (descriptor & UNIT_MASK);
    }

    /** Bytes of the frame, without a tag that travels beside it. */
    public static int length(long descriptor) {
        return (int) (descriptor >>> LENGTH_SHIFT) & LENGTH_MASK;
    }

    /** As {@link #unit}, in 64 bits. */
    static long unitField(long descriptor) {
        return descriptor & UNIT_MASK;
    }

    /** As {@link #length}, in 64 bits: for loops of vector instructions. */
    public static long lengthField(long descriptor) {
        return descriptor >>> LENGTH_SHIFT & LENGTH_MASK;
    }

    public static int tci(long descriptor) {
        return (int) (descriptor >>> TCI_SHIFT) & 0xffff;
    }

    public static boolean isTagged(long descriptor) {
        return (descriptor & TAGGED) != 0;
    }

    public static boolean isShifted(long descriptor) {
        return (descriptor & SHIFTED) != 0;
    }

    public static boolean isShared(long descriptor) {
        return (descriptor & SHARED) != 0;
    }

    public static boolean isOffload(long descriptor) {
        return (descriptor & OFFLOAD) != 0;
    }

    public static boolean hasInnerTag(long descriptor) {
        return (descriptor & INNER_TAG) != 0;
    }

    public static long withLength(long descriptor, int length) {
        return (descriptor & ~((long) LENGTH_MASK << LENGTH_SHIFT)) | (long) length << LENGTH_SHIFT;
    }

    /** The same frame with {@code tci} beside it. */
    public static long withTag(long descriptor, int tci) {
        return (descriptor & ~TCI_FIELD) | TAGGED | (long) tci << TCI_SHIFT;
    }

    /** The same frame with {@code tci} noted, but no tag: what a VLAN keeps of a frame between two ports. */
    public static long withTci(long descriptor, int tci) {
        return (descriptor & ~(TCI_FIELD | TAGGED)) | (long) tci << TCI_SHIFT;
    }

    /** The frame {@code copy} with the tag, place and pending offload that {@code original} has; of one owner. */
    public static long sameMarks(long copy, long original) {
        return copy | (original & (TCI_FIELD | TAGGED | SHIFTED | OFFLOAD | INNER_TAG));
    }

    /** The same frame with nothing beside it. */
    public static long withoutTag(long descriptor) {
        return descriptor & ~(TCI_FIELD | TAGGED);
    }

    /** The frame's offset in bytes from the memory's base. */
    static long frameOffset(long descriptor) {
        return ((descriptor & UNIT_MASK) << FrameLayout.UNIT_SHIFT)
                + FrameLayout.FRAME
                + (descriptor >>> SHIFTED_TO_BYTES & 4);
    }
}
