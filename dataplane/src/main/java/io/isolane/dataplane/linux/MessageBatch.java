package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * The messages of one recvmmsg or sendmmsg: an array of {@code struct mmsghdr} (linux/socket.h), each with its own
 * iovecs and room for the {@link PacketAuxiliary} that comes with a received frame. Confined to one thread; lives as
 * long as its arena.
 *
 * <pre>
 *    0           8           16          24          32          40          48          56          64
 *    +-----------+-----------+-----------+-----------+-----------+-----------+-----------+-----------+
 *    | name      | its bytes | iovecs    | count     | control   | its bytes | flags     | bytes moved
 *    +-----------+-----------+-----------+-----------+-----------+-----------+-----------+-----------+
 * </pre>
 */
public final class MessageBatch {
    private static final int BYTES = 64;
    private static final int VECTORS = 16;
    private static final int VECTOR_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_BYTES = 40;
    private static final int FLAGS = 48;
    private static final int MOVED = 56;
    /** linux/socket.h: the message was longer than its places. */
    private static final int MSG_TRUNC = 0x20;

    private final int capacity;
    private final long messages;

    private MessageBatch(Arena arena, int capacity, int vectorsEach, int controlBytes) {
        this.capacity = capacity;
        messages = arena.allocate((long) capacity * BYTES, Long.BYTES).address();
        long vectorBytes = (long) vectorsEach * IoVectors.BYTES;
        long vectors = arena.allocate(capacity * vectorBytes, Long.BYTES).address();
        long control = controlBytes == 0
                ? 0
                : arena.allocate((long) capacity * controlBytes, Long.BYTES).address();
        for (int i = 0; i < capacity; i++) {
            RawMemory.putLong(message(i) + VECTORS, vectors + i * vectorBytes);
            RawMemory.putLong(message(i) + VECTOR_COUNT, vectorsEach);
            RawMemory.putLong(message(i) + CONTROL, control == 0 ? 0 : control + (long) i * controlBytes);
        }
    }

    /** A batch to receive into, with room for what the kernel says beside each frame. */
    public static MessageBatch forReceiving(Arena arena, int capacity, int vectorsEach) {
        return new MessageBatch(arena, capacity, vectorsEach, PacketAuxiliary.CONTROL_BYTES);
    }

    /** A batch to send from. */
    public static MessageBatch forSending(Arena arena, int capacity, int vectorsEach) {
        return new MessageBatch(arena, capacity, vectorsEach, 0);
    }

    public int capacity() {
        return capacity;
    }

    /** Sets one place of a message: an absolute address and its bytes. */
    public void setVector(int message, int index, long place, long bytes) {
        IoVectors.set(RawMemory.getLong(message(message) + VECTORS), index, place, bytes);
    }

    /** How many of its places a message uses. */
    public void setVectorCount(int message, int count) {
        RawMemory.putLong(message(message) + VECTOR_COUNT, count);
    }

    /** Bytes received into this message, every place counted. */
    public int bytes(int message) {
        return RawMemory.getInt(message(message) + MOVED);
    }

    /** Whether the frame was longer than the message's places, so that its end is lost. */
    public boolean isCut(int message) {
        return (RawMemory.getInt(message(message) + FLAGS) & MSG_TRUNC) != 0;
    }

    /** The tag that the kernel took out of the received frame: TPID in bits 16-31, TCI in 0-15; 0 when there was none. */
    public int strippedTag(int message) {
        long at = message(message);
        return PacketAuxiliary.strippedTag(RawMemory.getLong(at + CONTROL), RawMemory.getLong(at + CONTROL_BYTES));
    }

    /** The kernel overwrites the control length of each message it fills: renewed before each receive. */
    void renewControl(int count) {
        for (int i = 0; i < count; i++) {
            RawMemory.putLong(message(i) + CONTROL_BYTES, PacketAuxiliary.CONTROL_BYTES);
        }
    }

    long message(int index) {
        return messages + (long) index * BYTES;
    }
}
