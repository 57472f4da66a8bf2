package io.isolane.dataplane.port.pcap;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.RawMemory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Records on their way to a file. Values are in the processor's byte order, as both formats allow. Confined to its writer. */
final class WriteBuffer implements AutoCloseable {
    /** Room for the longest record of either format, in bytes. */
    static final int CAPACITY = 512 * 1024;

    /** No more records than this fit: one record of classic pcap has a header of 16 bytes and a frame. */
    private static final int MAX_RECORDS = 16 * 1024;

    private final Arena arena = Arena.ofShared();
    private final ByteBuffer bytes;
    private final long base;
    private final int[] ends = new int[MAX_RECORDS];
    private int records;
    private int position;

    WriteBuffer() {
        MemorySegment segment = arena.allocate(CAPACITY, Long.BYTES);
        this.bytes = segment.asByteBuffer();
        this.base = segment.address();
    }

    boolean isEmpty() {
        return position == 0;
    }

    boolean hasRoomFor(int length) {
        return position + length <= CAPACITY && records < MAX_RECORDS;
    }

    int position() {
        return position;
    }

    void putShort(int value) {
        RawMemory.putShort(base + position, (short) value);
        position += Short.BYTES;
    }

    void putInt(int value) {
        RawMemory.putInt(base + position, value);
        position += Integer.BYTES;
    }

    void putIntAt(int offset, int value) {
        RawMemory.putInt(base + offset, value);
    }

    void putLong(long value) {
        RawMemory.putLong(base + position, value);
        position += Long.BYTES;
    }

    void putBytes(byte[] value) {
        RawMemory.put(base + position, value);
        position += value.length;
    }

    /** Appends a frame with its tag, if it has one, in place. */
    void putFrame(long frame, int length, int tag) {
        long target = base + position;
        if (tag == CaptureWriter.NO_TAG) {
            RawMemory.copy(frame, target, length);
            position += length;
            return;
        }
        int addresses = EthernetLayout.ADDRESSES_LENGTH;
        RawMemory.copy(frame, target, addresses);
        EthernetHeader.writeTag(target + addresses, tag >>> Short.SIZE, tag & 0xffff);
        RawMemory.copy(frame + addresses, target + addresses + EthernetLayout.TAG_LENGTH, length - (long) addresses);
        position += length + EthernetLayout.TAG_LENGTH;
    }

    /** Appends zeros up to a multiple of four after {@code start}. */
    void pad(int start) {
        while ((position - start & 3) != 0) {
            RawMemory.putByte(base + position++, (byte) 0);
        }
    }

    /** Says that a record ends here. */
    void endRecord() {
        ends[records++] = position;
    }

    /** Writes everything and is empty again; after an exception it still knows how far it came. */
    void drainTo(WritableByteChannel channel) throws IOException {
        bytes.limit(position).position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        position = 0;
        records = 0;
    }

    /** Bytes of the whole records that the last drain wrote before it failed. */
    int wholeRecordsWritten() {
        int written = recordsWritten();
        return written == 0 ? 0 : ends[written - 1];
    }

    /** How many records the last drain did not write whole. */
    int recordsLost() {
        return records - recordsWritten();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private int recordsWritten() {
        int written = 0;
        while (written < records && ends[written] <= bytes.position()) {
            written++;
        }
        return written;
    }
}
