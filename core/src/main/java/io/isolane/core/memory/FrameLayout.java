package io.isolane.core.memory;

/**
 * Where things lie in a slot. All offsets are in bytes from the slot's coloured start, which is what a descriptor carries.
 *
 * <pre>
 *    0         4        8                    20           64                124          128
 *   +---------+--------+--------------------+------------+-----------------+------------+---------------+
 *   | shares  | unused | virtio-net header  | pool links | headroom        | room for a | frame ...     |
 *   | 4       |        | 12                 | (free)     | 60              | tag (4)    |               |
 *   +---------+--------+--------------------+------------+-----------------+------------+---------------+
 *                                                                          ^            ^
 *                                                                          frame        frame, SHIFTED
 * </pre>
 *
 * <p>The first 64 bytes are a cache line that unicast forwarding never touches. Slots of a power-of-two stride would start
 * in the same few cache sets, so their starts are staggered by {@link #COLOURS} lines.
 */
public final class FrameLayout {
    /** Bytes of a unit of a descriptor's address. */
    public static final int UNIT = 64;

    public static final int UNIT_SHIFT = 6;

    /** How many descriptors of a flooded frame are still held, a 32-bit count. */
    public static final int SHARES = 0;

    /** The virtio-net header of a frame whose descriptor says {@link Descriptor#OFFLOAD}. */
    public static final int VIRTIO_HEADER = 8;

    /** Length of {@code struct virtio_net_hdr_v1} (virtio 1.2, 5.1.6). */
    public static final int VIRTIO_HEADER_LENGTH = 12;

    /** While a slot is free: the next magazine of the depot, and the slots of this one. */
    static final int MAGAZINE_NEXT = 24;

    static final int MAGAZINE_COUNT = 28;
    static final int MAGAZINE_SLOTS = 64;

    /** A frame whose tags, if any, are in its bytes. */
    public static final int FRAME = 124;

    /** A frame whose descriptor says {@link Descriptor#SHIFTED}: a tag fits in front of it. */
    public static final int FRAME_SHIFTED = 128;

    static final int COLOURS = 6;
    static final int COLOUR_STEP = 64;
    static final int SMALL_CAPACITY = 2048 - (COLOURS - 1) * COLOUR_STEP - FRAME_SHIFTED;

    private FrameLayout() {}

    /** By how many lines the start of a small slot is staggered: 0, 0, 1, 2, 3, 3, 4, 5 and again, with neither division nor table. */
    static int colour(int index) {
        return ((index & 7) * COLOURS) >> 3;
    }
}
