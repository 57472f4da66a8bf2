package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.RawMemory;

/**
 * What a virtio-net header asks for, once it was checked against the frame beside it. The header may be hostile: nothing
 * it says is used before it was compared with the frame's length and with the headers in the frame's bytes, and a checksum is
 * never accepted where it would change what the switch decided on.
 *
 * <p>Reused from frame to frame; allocates nothing. Confined to its thread.
 */
public final class OffloadRequest {
    private static final int MAX_IP_LENGTH = 65_535;

    private final NetworkHeader network = new NetworkHeader();
    private boolean checksum;
    private int checksumStart;
    private int checksumPosition;
    private int segments;
    private int segmentSize;
    private int headerLength;

    /** A request that holds nothing before {@link #read}. */
    public OffloadRequest() {}

    /**
     * Reads and checks the 12-byte header at {@code header} for the frame of {@code length} bytes at {@code frame}.
     *
     * @return {@link OffloadFault#NONE} if what the other methods answer holds for this frame
     */
    public OffloadFault read(long header, long frame, int length) {
        checksum = VirtioNetHeader.needsChecksum(header);
        segments = 1;
        segmentSize = length;
        headerLength = 0;
        int kind = VirtioNetHeader.gsoType(header);
        if (!checksum) {
            return kind == VirtioNetHeader.GSO_NONE ? OffloadFault.NONE : OffloadFault.CHECKSUM_NOT_ASKED;
        }
        checksumStart = VirtioNetHeader.checksumStart(header);
        checksumPosition = checksumStart + VirtioNetHeader.checksumOffset(header);
        OffloadFault fault = checkChecksum(frame, length);
        if (fault != OffloadFault.NONE || kind == VirtioNetHeader.GSO_NONE) {
            return fault;
        }
        return readSegmentation(kind, VirtioNetHeader.gsoSize(header), frame, length);
    }

    /** True if a checksum is to be filled in. */
    public boolean needsChecksum() {
        return checksum;
    }

    /** The offset that the checksum is summed from, to the end of the frame or segment. */
    public int checksumStart() {
        return checksumStart;
    }

    /** The offset of the two bytes that it is written to. */
    public int checksumPosition() {
        return checksumPosition;
    }

    /** How many frames this one becomes; 1 if there is nothing to cut. */
    public int segments() {
        return segments;
    }

    /** Bytes of payload in each segment but the last. */
    public int segmentSize() {
        return segmentSize;
    }

    /** Bytes that each segment starts with: all headers up to the payload; 0 if there is nothing to cut. */
    public int headerLength() {
        return headerLength;
    }

    /** Bytes of the longest frame that comes of this one. */
    public int longestSegment() {
        return headerLength + segmentSize;
    }

    NetworkHeader network() {
        return network;
    }

    private OffloadFault checkChecksum(long frame, int length) {
        if (checksumPosition + Short.BYTES > length) {
            return OffloadFault.CHECKSUM_OUTSIDE_FRAME;
        }
        if (!network.read(frame, length)) {
            return OffloadFault.BAD_NETWORK_HEADER;
        }
        return writesPayload() ? OffloadFault.NONE : OffloadFault.CHECKSUM_IN_HEADERS;
    }

    /** Whether the checksum lies where a checksum may: in its own field of the transport header, or somewhere behind. */
    private boolean writesPayload() {
        int transport = network.transport();
        if (network.isArp() || checksumStart < transport) {
            return false;
        }
        int protocol = network.protocol();
        if (protocol != TransportHeader.TCP && protocol != TransportHeader.UDP) {
            return true;
        }
        return (checksumStart == transport && checksumPosition == transport + TransportHeader.checksumOffset(protocol))
                || checksumPosition >= transport + TransportHeader.leastLength(protocol);
    }

    private OffloadFault readSegmentation(int kind, int size, long frame, int length) {
        int protocol = protocol(kind);
        if (protocol < 0) {
            return OffloadFault.UNKNOWN_GSO_TYPE;
        }
        if (size == 0) {
            return OffloadFault.ZERO_GSO_SIZE;
        }
        if (!carries(kind) || network.protocol() != protocol) {
            return OffloadFault.NOT_IP;
        }
        int end = endOfHeaders(protocol, frame, length);
        if (end < 0) {
            return OffloadFault.BAD_TRANSPORT_HEADER;
        }
        return cut(end, size, length);
    }

    private OffloadFault cut(int end, int size, int length) {
        int payload = length - end;
        if (payload <= size) {
            return OffloadFault.NONE;
        }
        if (end - network.offset() + size > MAX_IP_LENGTH) {
            return OffloadFault.SEGMENT_TOO_LONG;
        }
        headerLength = end;
        segmentSize = size;
        segments = (payload + size - 1) / size;
        return OffloadFault.NONE;
    }

    /** Where the payload starts, or -1 if the transport header is not sound. */
    private int endOfHeaders(int protocol, long frame, int length) {
        int transport = network.transport();
        int least = TransportHeader.leastLength(protocol);
        if (checksumStart != transport || transport + least > length) {
            return -1;
        }
        if (protocol == TransportHeader.UDP) {
            return transport + least;
        }
        int dataOffset = (RawMemory.getByte(frame + transport + TransportHeader.TCP_DATA_OFFSET) & 0xf0) >>> 2;
        return dataOffset < least || transport + dataOffset > length ? -1 : transport + dataOffset;
    }

    private boolean carries(int kind) {
        return switch (kind) {
            case VirtioNetHeader.GSO_TCPV4 -> network.isIpv4();
            case VirtioNetHeader.GSO_TCPV6 -> network.isIpv6();
            default -> network.isIpv4() || network.isIpv6();
        };
    }

    private static int protocol(int kind) {
        return switch (kind) {
            case VirtioNetHeader.GSO_TCPV4, VirtioNetHeader.GSO_TCPV6 -> TransportHeader.TCP;
            case VirtioNetHeader.GSO_UDP_L4 -> TransportHeader.UDP;
            default -> -1;
        };
    }
}
