package io.isolane.core.memory;

/** The two sizes of slot: one for frames of an ordinary MTU, one for the super-frames of offloading hosts. */
public enum SlotClass {
    /** 2 KiB: a power of two, so that the same memory can be an AF_XDP UMEM. */
    SMALL(2048),
    /** 72 KiB, a multiple of the page: 64 KiB of IP packet, its Ethernet header and tags, and the headroom. */
    LARGE(73_728);

    private final int stride;

    SlotClass(int stride) {
        this.stride = stride;
    }

    /** Bytes from one slot of this class to the next. */
    public int stride() {
        return stride;
    }

    /** The longest frame in bytes that a slot of this class holds, whatever its colour. */
    public int capacity() {
        return stride
                - FrameLayout.COLOURS * FrameLayout.COLOUR_STEP
                + FrameLayout.COLOUR_STEP
                - FrameLayout.FRAME_SHIFTED;
    }

    /** The smaller class that holds {@code length} bytes, or {@link #LARGE} if none does. */
    public static SlotClass of(int length) {
        return length <= FrameLayout.SMALL_CAPACITY ? SMALL : LARGE;
    }
}
