package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.RawMemory;

/**
 * Makes the headers of each segment its own: lengths, IPv4 identification and checksum, TCP sequence number and flags, transport
 * checksum. Confined to its segmenter.
 */
final class SegmentHeaders {
    private boolean ipv4;
    private boolean tcp;
    private int network;
    private int transport;
    private int checksumPosition;
    private int segmentSize;
    private int last;
    private int identification;
    private int sequence;
    private int flags;
    private int pseudoHeader;
    private int transportLength;

    /** Takes from the super-frame what the segments' headers derive from. */
    void begin(OffloadRequest request, long frame, int length) {
        ipv4 = request.network().isIpv4();
        tcp = request.network().protocol() == TransportHeader.TCP;
        network = request.network().offset();
        transport = request.network().transport();
        checksumPosition = request.checksumPosition();
        segmentSize = request.segmentSize();
        last = request.segments() - 1;
        identification = RawMemory.getShortBigEndian(frame + network + NetworkHeader.IPV4_IDENTIFICATION) & 0xffff;
        sequence = RawMemory.getIntBigEndian(frame + transport + TransportHeader.TCP_SEQUENCE);
        flags = RawMemory.getByte(frame + transport + TransportHeader.TCP_FLAGS) & 0xff;
        pseudoHeader = RawMemory.getShortBigEndian(frame + checksumPosition) & 0xffff;
        transportLength = length - transport;
    }

    /** Completes the segment of {@code length} bytes at {@code segment}, a copy of the super-frame's headers and its payload. */
    void finish(long segment, int length, int index) {
        if (ipv4) {
            finishIpv4(segment + network, length - network, index);
        } else {
            putShort(
                    segment + network + NetworkHeader.IPV6_PAYLOAD_LENGTH,
                    length - network - NetworkHeader.IPV6_LENGTH);
        }
        if (tcp) {
            finishTcp(segment + transport, index);
        } else {
            putShort(segment + transport + TransportHeader.UDP_DATAGRAM_LENGTH, length - transport);
        }
        finishChecksum(segment, length);
    }

    private void finishIpv4(long header, int totalLength, int index) {
        putShort(header + NetworkHeader.IPV4_TOTAL_LENGTH, totalLength);
        putShort(header + NetworkHeader.IPV4_IDENTIFICATION, identification + index);
        putShort(header + NetworkHeader.IPV4_CHECKSUM, 0);
        int sum = InternetChecksum.sum(header, transport - network);
        putShort(header + NetworkHeader.IPV4_CHECKSUM, InternetChecksum.complement(sum));
    }

    /** CWR belongs to the first segment (RFC 3168, 6.1.2), FIN and PSH to the last. */
    private void finishTcp(long header, int index) {
        int kept = flags;
        if (index > 0) {
            kept &= ~TransportHeader.CWR;
        }
        if (index < last) {
            kept &= ~(TransportHeader.FIN | TransportHeader.PSH);
        }
        RawMemory.putIntBigEndian(header + TransportHeader.TCP_SEQUENCE, sequence + index * segmentSize);
        RawMemory.putByte(header + TransportHeader.TCP_FLAGS, (byte) kept);
    }

    /** The field holds the sum of the pseudo-header with the super-frame's length, which the segment's replaces. */
    private void finishChecksum(long segment, int length) {
        int segmentLength = length - transport;
        putShort(segment + checksumPosition, InternetChecksum.replace(pseudoHeader, transportLength, segmentLength));
        int sum = InternetChecksum.complement(InternetChecksum.sum(segment + transport, segmentLength));
        putShort(segment + checksumPosition, sum == 0 && !tcp ? 0xffff : sum);
    }

    private static void putShort(long address, int value) {
        RawMemory.putShortBigEndian(address, (short) value);
    }
}
