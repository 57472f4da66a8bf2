package io.isolane.dataplane.port.offload;

/** Offsets in bytes within TCP (RFC 9293, 3.1) and UDP (RFC 768) headers. */
final class TransportHeader {
    static final int TCP = 6;
    static final int UDP = 17;

    static final int TCP_SEQUENCE = 4;
    static final int TCP_DATA_OFFSET = 12;
    static final int TCP_FLAGS = 13;
    static final int TCP_CHECKSUM = 16;
    static final int TCP_LENGTH = 20;

    static final int FIN = 0x01;
    static final int PSH = 0x08;
    static final int CWR = 0x80;

    static final int UDP_DATAGRAM_LENGTH = 4;
    static final int UDP_CHECKSUM = 6;
    static final int UDP_LENGTH = 8;

    private TransportHeader() {}

    static int checksumOffset(int protocol) {
        return protocol == TCP ? TCP_CHECKSUM : UDP_CHECKSUM;
    }

    static int leastLength(int protocol) {
        return protocol == TCP ? TCP_LENGTH : UDP_LENGTH;
    }
}
