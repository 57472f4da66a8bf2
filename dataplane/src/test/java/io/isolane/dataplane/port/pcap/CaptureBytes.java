package io.isolane.dataplane.port.pcap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A capture file made by hand, field by field, in either byte order. */
final class CaptureBytes {
    private final ByteBuffer buffer;

    CaptureBytes(ByteOrder order) {
        this.buffer = ByteBuffer.allocate(1 << 20).order(order);
    }

    static CaptureBytes littleEndian() {
        return new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
    }

    CaptureBytes u16(int... values) {
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return this;
    }

    CaptureBytes u32(int... values) {
        for (int value : values) {
            buffer.putInt(value);
        }
        return this;
    }

    CaptureBytes bytes(byte... values) {
        buffer.put(values);
        return this;
    }

    CaptureBytes order(ByteOrder order) {
        buffer.order(order);
        return this;
    }

    CaptureBytes pcapHeader(int magic, int snaplen) {
        return u32(magic).u16(2, 4).u32(0, 0, snaplen, PcapLayout.LINK_TYPE_ETHERNET);
    }

    CaptureBytes pcapRecord(int seconds, int fraction, byte... frame) {
        return u32(seconds, fraction, frame.length, frame.length).bytes(frame);
    }

    /** A block whose two lengths fit what {@code body} writes, padded. */
    CaptureBytes block(int type, Consumer<CaptureBytes> body) {
        int start = buffer.position();
        u32(type, 0);
        body.accept(this);
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
        int length = buffer.position() + PcapngLayout.TRAILER_LENGTH - start;
        buffer.putInt(start + PcapngLayout.LENGTH_OFFSET, length);
        return u32(length);
    }

    CaptureBytes section() {
        return block(
                PcapngLayout.SECTION_HEADER,
                b -> b.u32(PcapngLayout.BYTE_ORDER_MAGIC).u16(1, 0).u32(-1, -1));
    }

    CaptureBytes description(int snaplen, byte... options) {
        return block(
                PcapngLayout.INTERFACE_DESCRIPTION,
                b -> b.u16(PcapLayout.LINK_TYPE_ETHERNET, 0).u32(snaplen).bytes(options));
    }

    CaptureBytes packet(int interfaceIndex, long ticks, byte... frame) {
        return block(
                PcapngLayout.ENHANCED_PACKET,
                b -> b.u32(interfaceIndex, (int) (ticks >>> 32), (int) ticks, frame.length, frame.length)
                        .bytes(frame));
    }

    CaptureBytes simplePacket(int original, byte... frame) {
        return block(PcapngLayout.SIMPLE_PACKET, b -> b.u32(original).bytes(frame));
    }

    int length() {
        return buffer.position();
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    Path in(Path directory) {
        return write(directory.resolve("made-by-hand"), toArray());
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
