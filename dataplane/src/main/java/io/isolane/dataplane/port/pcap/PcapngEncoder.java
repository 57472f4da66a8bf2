package io.isolane.dataplane.port.pcap;

import static io.isolane.dataplane.port.pcap.PcapngLayout.*;

import io.isolane.core.frame.EthernetLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** pcapng: one section with every interface described in front of the frames. Confined to its writer. */
final class PcapngEncoder implements CaptureEncoder {
    private static final long UNKNOWN_SECTION_LENGTH = -1;
    private static final int FLAGS_OPTION_LENGTH = OPTION_HEADER_LENGTH + Integer.BYTES;

    private final WriteBuffer buffer;

    PcapngEncoder(WriteBuffer buffer, String application, List<CaptureInterface> interfaces) {
        if (interfaces.isEmpty()) {
            throw new IllegalArgumentException("a capture file needs an interface");
        }
        this.buffer = buffer;
        section(application);
        interfaces.forEach(this::describe);
    }

    @Override
    public int spaceFor(int length, int commentLength) {
        return FRAME_OFFSET
                + padded(length + EthernetLayout.TAG_LENGTH)
                + FLAGS_OPTION_LENGTH
                + OPTION_HEADER_LENGTH
                + padded(commentLength)
                + OPTION_HEADER_LENGTH
                + TRAILER_LENGTH;
    }

    @Override
    public void encode(
            int interfaceIndex,
            long timestampNanos,
            CaptureDirection direction,
            long frame,
            int length,
            int originalLength,
            int tag,
            byte[] comment) {
        int tagLength = tag == CaptureWriter.NO_TAG ? 0 : EthernetLayout.TAG_LENGTH;
        int block = begin(ENHANCED_PACKET);
        buffer.putInt(interfaceIndex);
        buffer.putInt((int) (timestampNanos >>> Integer.SIZE));
        buffer.putInt((int) timestampNanos);
        buffer.putInt(length + tagLength);
        buffer.putInt(originalLength + tagLength);
        buffer.putFrame(frame, length, tag);
        buffer.pad(block);
        options(direction, comment);
        end(block);
    }

    private void options(CaptureDirection direction, byte[] comment) {
        if (direction == CaptureDirection.UNKNOWN && comment.length == 0) {
            return;
        }
        if (direction != CaptureDirection.UNKNOWN) {
            optionHeader(PACKET_FLAGS, Integer.BYTES);
            buffer.putInt(direction.flags());
        }
        if (comment.length > 0) {
            option(OPTION_COMMENT, comment);
        }
        optionHeader(OPTION_END, 0);
    }

    private void section(String application) {
        int block = begin(SECTION_HEADER);
        buffer.putInt(BYTE_ORDER_MAGIC);
        buffer.putShort(MAJOR);
        buffer.putShort(0);
        buffer.putLong(UNKNOWN_SECTION_LENGTH);
        option(SECTION_APPLICATION, application);
        optionHeader(OPTION_END, 0);
        end(block);
    }

    private void describe(CaptureInterface described) {
        int block = begin(INTERFACE_DESCRIPTION);
        buffer.putShort(PcapLayout.LINK_TYPE_ETHERNET);
        buffer.putShort(0);
        buffer.putInt(PcapLayout.MAX_CAPTURED);
        option(INTERFACE_NAME, described.name());
        option(INTERFACE_DESCRIPTION_TEXT, described.description());
        optionHeader(INTERFACE_TIME_RESOLUTION, 1);
        buffer.putInt(NANOSECONDS);
        optionHeader(OPTION_END, 0);
        end(block);
    }

    private void option(int code, String text) {
        if (!text.isEmpty()) {
            option(code, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void option(int code, byte[] value) {
        optionHeader(code, value.length);
        int start = buffer.position();
        buffer.putBytes(value);
        buffer.pad(start);
    }

    private void optionHeader(int code, int length) {
        buffer.putShort(code);
        buffer.putShort(length);
    }

    private int begin(int type) {
        int block = buffer.position();
        buffer.putInt(type);
        buffer.putInt(0);
        return block;
    }

    private void end(int block) {
        int length = buffer.position() - block + TRAILER_LENGTH;
        buffer.putIntAt(block + LENGTH_OFFSET, length);
        buffer.putInt(length);
        buffer.endRecord();
    }
}
