package io.isolane.dataplane.port.pcap;

/**
 * Layout of the pcapng blocks that carry frames (draft-ietf-opsawg-pcapng, sections 3 and 4), in the byte order of their
 * section.
 *
 * <pre>
 *   every block       0 type | 4 total length | 8 body, padded to 4 bytes | total length again
 *   section header    8 byte-order magic | 12 major | 14 minor | 16 section length (8) | 24 options
 *   interface         8 link type | 10 reserved | 12 snaplen | 16 options
 *   enhanced packet   8 interface | 12 time high | 16 time low | 20 captured | 24 original | 28 frame, options
 *   packet (obsolete) 8 interface (2), drops (2), then as above
 *   simple packet     8 original | 12 frame
 *   option            0 code | 2 length | 4 value, padded to 4 bytes
 * </pre>
 */
final class PcapngLayout {

    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;

    static final int TYPE_OFFSET = 0;
    static final int LENGTH_OFFSET = 4;
    static final int BODY_OFFSET = 8;
    static final int TRAILER_LENGTH = 4;
    static final int MIN_BLOCK_LENGTH = 12;

    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    static final int BYTE_ORDER_OFFSET = 8;
    static final int MAJOR_OFFSET = 12;
    static final int MINOR_OFFSET = 14;
    static final int SECTION_LENGTH_OFFSET = 16;
    static final int SECTION_OPTIONS_OFFSET = 24;
    static final int MAJOR = 1;

    static final int LINK_TYPE_OFFSET = 8;
    static final int SNAPLEN_OFFSET = 12;
    static final int INTERFACE_OPTIONS_OFFSET = 16;

    static final int PACKET_INTERFACE_OFFSET = 8;
    static final int TIME_HIGH_OFFSET = 12;
    static final int TIME_LOW_OFFSET = 16;
    static final int CAPTURED_OFFSET = 20;
    static final int ORIGINAL_OFFSET = 24;
    static final int FRAME_OFFSET = 28;

    static final int SIMPLE_ORIGINAL_OFFSET = 8;
    static final int SIMPLE_FRAME_OFFSET = 12;

    static final int OPTION_HEADER_LENGTH = 4;
    static final int OPTION_END = 0;
    static final int OPTION_COMMENT = 1;
    static final int SECTION_APPLICATION = 4;
    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_DESCRIPTION_TEXT = 3;
    static final int INTERFACE_TIME_RESOLUTION = 9;
    static final int INTERFACE_TIME_OFFSET = 14;
    static final int PACKET_FLAGS = 2;

    /** What if_tsresol is when the option is missing: microseconds. */
    static final int MICROSECONDS = 6;

    static final int NANOSECONDS = 9;

    private PcapngLayout() {}

    /** The length that a block's or option's content takes with its padding, in bytes. */
    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
