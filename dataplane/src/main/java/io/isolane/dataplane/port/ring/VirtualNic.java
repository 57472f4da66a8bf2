package io.isolane.dataplane.port.ring;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.Wakeup;
import java.util.function.LongConsumer;

/**
 * The guest's end of a {@link RingPort}: frames are written in place and handed over by descriptor.
 *
 * <p>{@link #allocate}, {@link #send} and {@link #discard} belong to one thread, {@code receive} and {@code free} to one thread, the
 * same or another. None of them waits, locks or allocates.
 */
public final class VirtualNic implements AutoCloseable {
    private static final int BATCH = 64;

    private final FrameMemory memory;
    private final SpscRing sent;
    private final SpscRing delivered;
    private final FrameCache sender;
    private final FrameCache receiver;
    private final long[] batch = new long[BATCH];
    private volatile Wakeup wakeup = Wakeup.none();
    private volatile boolean isDetached;

    VirtualNic(FrameMemory memory, SpscRing sent, SpscRing delivered, FrameCache sender, FrameCache receiver) {
        this.memory = memory;
        this.sent = sent;
        this.delivered = delivered;
        this.sender = sender;
        this.receiver = receiver;
    }

    /** A frame of {@code length} bytes to be written at {@link #address}; {@link Descriptor#NONE} if no slot is free. */
    public long allocate(int length) {
        return sender.allocate(length);
    }

    /** Absolute address of a frame's first byte, for {@link RawMemory}. */
    public long address(long frame) {
        return memory.frameAddress(frame);
    }

    /** Hands one frame to the switch; false if the ring is full or the port is gone, and then the frame is still the caller's. */
    public boolean send(long frame) {
        if (isDetached || !sent.offer(frame)) {
            return false;
        }
        wakeup.afterPublish();
        return true;
    }

    /** Hands {@code frames[from..from+count)} to the switch and returns how many of the first it took. */
    public int send(long[] frames, int from, int count) {
        int accepted = isDetached ? 0 : sent.offer(frames, from, count);
        if (accepted > 0) {
            wakeup.afterPublish();
        }
        return accepted;
    }

    /** Copies {@code bytes} into a new frame and sends it; false if there was no slot or no room, and nothing was sent. */
    public boolean send(byte[] bytes) {
        long frame = allocate(bytes.length);
        if (frame == Descriptor.NONE) {
            return false;
        }
        RawMemory.put(address(frame), bytes);
        boolean isSent = send(frame);
        if (!isSent) {
            discard(frame);
        }
        return isSent;
    }

    /** Gives back a frame that was not sent. */
    public void discard(long frame) {
        sender.free(frame);
    }

    /** Takes up to {@code max} frames that were delivered into {@code frames[0..n)}; each is then the caller's, to free or send. */
    public int receive(long[] frames, int max) {
        return isDetached ? 0 : delivered.poll(frames, max);
    }

    /** Shows {@code reader} each frame that was delivered, one batch at most, and gives it back; returns how many there were. */
    public int receive(LongConsumer reader) {
        int count = receive(batch, batch.length);
        for (int i = 0; i < count; i++) {
            reader.accept(batch[i]);
        }
        free(batch, count);
        return count;
    }

    /** A copy of a received frame's bytes, a tag beside it not included. Allocates. */
    public byte[] bytes(long frame) {
        return RawMemory.get(address(frame), Descriptor.length(frame));
    }

    /** Gives back a frame that was received. */
    public void free(long frame) {
        receiver.free(frame);
    }

    /** Gives back {@code frames[0..count)}, which were received. */
    public void free(long[] frames, int count) {
        receiver.free(frames, 0, count);
    }

    /** Gives the free slots that sending and receiving keep in stock back to the pool; the NIC must not be used any more. */
    @Override
    public void close() {
        isDetached = true;
        sender.close();
        receiver.close();
    }

    void wake() {
        wakeup.afterPublish();
    }

    void wakeup(Wakeup worker) {
        wakeup = worker;
    }

    void detach() {
        isDetached = true;
    }
}
