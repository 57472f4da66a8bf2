package io.isolane.dataplane.port.kernel;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameLayout;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;

/**
 * Slots kept ready for frames whose length is known only when they are there. The kernel fills a small slot first and
 * goes on in a large one, so that an ordinary frame lies in a small slot without having been copied; of a longer frame
 * the part that lies in the small slot is copied to its place in the large one, and the small slot stays ready.
 *
 * <pre>
 *    small  [ virtio header | first 1600 bytes ]
 *                             |  copied when there is more
 *                             v
 *    large  [ virtio header | first 1600 bytes | the rest ]
 * </pre>
 *
 * <p>Confined to its worker; {@link #close} gives every slot back.
 */
public final class ArrivalPlaces implements AutoCloseable {
    /** Bytes of a frame that land in the small slot. */
    public static final int FIRST_BYTES = SlotClass.SMALL.capacity();

    private final FrameMemory memory;
    private final FrameCache cache;
    private final long shifted;
    private final long[] small;
    private final long[] large;

    /** @param shifted whether frames land with room for a tag in front of them, as {@link Descriptor#SHIFTED} says */
    public ArrivalPlaces(FrameMemory memory, FrameCache cache, int count, boolean shifted) {
        this.memory = memory;
        this.cache = cache;
        this.shifted = shifted ? Descriptor.SHIFTED : 0;
        this.small = new long[count];
        this.large = new long[count];
    }

    /**
     * Makes the first {@code wanted} places ready.
     *
     * @return how many are: fewer when the pool runs dry, 0 when it has no small slot. Each has an overflow, but that
     *     the very first may be without
     */
    public int prepare(int wanted) {
        int ready = 0;
        while (ready < wanted && prepareOne(ready) && (ready == 0 || hasOverflow(ready))) {
            ready++;
        }
        return hasOverflow(0) ? ready : Math.min(ready, 1);
    }

    /** Where a frame's virtio header goes, absolute. */
    public long virtioHeader(int place) {
        return memory.virtioHeaderAddress(small[place]);
    }

    /** Where a frame's first {@link #FIRST_BYTES} go, absolute. */
    public long first(int place) {
        return memory.frameAddress(small[place]);
    }

    /** Whether there is room for more than {@link #FIRST_BYTES}. */
    public boolean hasOverflow(int place) {
        return large[place] != Descriptor.NONE;
    }

    /** Where the rest of a longer frame goes, absolute. */
    public long overflow(int place) {
        return memory.frameAddress(large[place]) + FIRST_BYTES;
    }

    /** The most bytes that may go to {@link #overflow}. */
    public int overflowBytes() {
        return SlotClass.LARGE.capacity() - FIRST_BYTES;
    }

    /** Hands over the frame of {@code length} bytes that landed at a place, which is then to be prepared anew. */
    public long take(int place, int length) {
        if (length <= FIRST_BYTES) {
            return take(small, place, length);
        }
        moveToOverflow(place);
        return take(large, place, length);
    }

    @Override
    public void close() {
        free(small);
        free(large);
    }

    private boolean prepareOne(int place) {
        if (small[place] == Descriptor.NONE) {
            small[place] = allocate(FIRST_BYTES);
        }
        if (large[place] == Descriptor.NONE) {
            large[place] = allocate(SlotClass.LARGE.capacity());
        }
        return small[place] != Descriptor.NONE;
    }

    private long allocate(int bytes) {
        long frame = cache.allocate(bytes);
        return frame == Descriptor.NONE ? Descriptor.NONE : frame | shifted;
    }

    private static long take(long[] slots, int place, int length) {
        long frame = Descriptor.withLength(slots[place], length);
        slots[place] = Descriptor.NONE;
        return frame;
    }

    private void moveToOverflow(int place) {
        RawMemory.copy(first(place), memory.frameAddress(large[place]), FIRST_BYTES);
        RawMemory.copy(virtioHeader(place), memory.virtioHeaderAddress(large[place]), FrameLayout.VIRTIO_HEADER_LENGTH);
    }

    private void free(long[] slots) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != Descriptor.NONE) {
                cache.free(slots[i]);
                slots[i] = Descriptor.NONE;
            }
        }
    }
}
