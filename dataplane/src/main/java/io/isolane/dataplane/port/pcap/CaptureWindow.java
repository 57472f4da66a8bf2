package io.isolane.dataplane.port.pcap;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureFormatException.Fault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A window that slides forward over a file or pipe: offsets count from the first byte that was not yet passed. Read by
 * {@code read} and not mapped, so that a file cut by another program ends the replay and not the process. Confined to
 * one thread at a time.
 */
final class CaptureWindow implements AutoCloseable {

    /** The most that can lie in the window at once, in bytes: the longest record with room for its options. */
    static final int CAPACITY = 2 * PcapLayout.MAX_CAPTURED;

    private final Path file;
    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final ByteBuffer buffer;
    private final long base;
    private int head;
    private int tail;
    private long passed;
    private boolean swapped;

    CaptureWindow(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        MemorySegment segment = arena.allocate(CAPACITY, Long.BYTES);
        this.buffer = segment.asByteBuffer();
        this.base = segment.address();
    }

    /** Whether the next {@code bytes} (at most {@link #CAPACITY}) are there; reads more of the file when needed. */
    boolean holds(int bytes) throws IOException {
        while (tail - head < bytes) {
            if (head + bytes > CAPACITY) {
                moveToFront();
            }
            int count = channel.read(buffer.limit(CAPACITY).position(tail));
            if (count < 0) {
                return false;
            }
            tail += count;
        }
        return true;
    }

    /** Requires the next {@code bytes}; {@code what} they are is named when the file ends before. */
    void require(int bytes, String what) throws IOException {
        if (!holds(bytes)) {
            throw fault(
                    Fault.TRUNCATED,
                    what + " of " + bytes + " bytes is cut after " + (tail - head),
                    "copy the capture again, or cut it back with 'editcap in out'");
        }
    }

    boolean atEnd() throws IOException {
        return !holds(1);
    }

    /** Goes past {@code bytes}, which need not lie in the window. */
    void pass(long bytes, String what) throws IOException {
        long left = bytes;
        while (left > 0) {
            int step = (int) Math.min(left, CAPACITY);
            require(step, what);
            head += step;
            passed += step;
            left -= step;
        }
    }

    void readAs(boolean swappedByteOrder) {
        this.swapped = swappedByteOrder;
    }

    void toggleByteOrder() {
        swapped = !swapped;
    }

    int getInt(int offset) {
        int value = RawMemory.getInt(address(offset));
        return swapped ? Integer.reverseBytes(value) : value;
    }

    int getUnsignedShort(int offset) {
        short value = RawMemory.getShort(address(offset));
        return (swapped ? Short.reverseBytes(value) : value) & 0xffff;
    }

    int getUnsignedByte(int offset) {
        return RawMemory.getByte(address(offset)) & 0xff;
    }

    long getLong(int offset) {
        long value = RawMemory.getLong(address(offset));
        return swapped ? Long.reverseBytes(value) : value;
    }

    long address(int offset) {
        return base + head + offset;
    }

    CaptureFormatException fault(Fault fault, String found, String mend) {
        return new CaptureFormatException(file, passed, fault, found, mend);
    }

    void rewind() throws IOException {
        channel.position(0);
        head = 0;
        tail = 0;
        passed = 0;
    }

    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        channel.close();
    }

    private void moveToFront() {
        RawMemory.copy(base + head, base, tail - head);
        tail -= head;
        head = 0;
    }
}
