package io.isolane.dataplane.port.pcap;

import static io.isolane.dataplane.port.pcap.PcapLayout.FILE_HEADER_LENGTH;
import static io.isolane.dataplane.port.pcap.PcapLayout.LINK_TYPE_ETHERNET;
import static io.isolane.dataplane.port.pcap.PcapLayout.MAGIC_NANOSECONDS;
import static io.isolane.dataplane.port.pcap.PcapLayout.MAJOR;
import static io.isolane.dataplane.port.pcap.PcapLayout.MAX_CAPTURED;
import static io.isolane.dataplane.port.pcap.PcapLayout.MINOR;
import static io.isolane.dataplane.port.pcap.PcapLayout.RECORD_HEADER_LENGTH;

import io.isolane.core.frame.EthernetLayout;
import java.util.List;

/** Classic pcap with nanoseconds, good until the year 2106. Confined to its writer. */
final class PcapEncoder implements CaptureEncoder {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final WriteBuffer buffer;

    PcapEncoder(WriteBuffer buffer, List<CaptureInterface> interfaces) {
        if (interfaces.size() != 1) {
            throw new IllegalArgumentException(
                    "classic pcap has one interface, not " + interfaces.size() + ": write pcapng instead");
        }
        this.buffer = buffer;
        fileHeader();
    }

    @Override
    public int spaceFor(int length, int commentLength) {
        return RECORD_HEADER_LENGTH + length + EthernetLayout.TAG_LENGTH;
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
        buffer.putInt((int) (timestampNanos / NANOS_PER_SECOND));
        buffer.putInt((int) (timestampNanos % NANOS_PER_SECOND));
        buffer.putInt(length + tagLength);
        buffer.putInt(originalLength + tagLength);
        buffer.putFrame(frame, length, tag);
        buffer.endRecord();
    }

    private void fileHeader() {
        buffer.putInt(MAGIC_NANOSECONDS);
        buffer.putShort(MAJOR);
        buffer.putShort(MINOR);
        buffer.putLong(0);
        buffer.putInt(MAX_CAPTURED);
        buffer.putInt(LINK_TYPE_ETHERNET);
        assert buffer.position() == FILE_HEADER_LENGTH;
    }
}
