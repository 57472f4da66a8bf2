package io.isolane.dataplane.port.pcap;

/**
 * Layout of a classic capture file (draft-ietf-opsawg-pcap), in the byte order that its magic number shows.
 *
 * <pre>
 *   file header                                   record header
 *   0      4       6       8      16      20      0         4          8           12
 *   +------+-------+-------+------+-------+------+---------+----------+-----------+----------+-------
 *   |magic | major | minor | zero |snaplen| link | seconds | fraction | captured  | original | frame
 *   +------+-------+-------+------+-------+------+---------+----------+-----------+----------+-------
 * </pre>
 */
final class PcapLayout {

    static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    static final int MAGIC_NANOSECONDS = 0xa1b23c4d;

    static final int MAJOR_OFFSET = 4;
    static final int MINOR_OFFSET = 6;
    static final int SNAPLEN_OFFSET = 16;
    static final int LINK_TYPE_OFFSET = 20;
    static final int FILE_HEADER_LENGTH = 24;

    static final int SECONDS_OFFSET = 0;
    static final int FRACTION_OFFSET = 4;
    static final int CAPTURED_OFFSET = 8;
    static final int ORIGINAL_OFFSET = 12;
    static final int RECORD_HEADER_LENGTH = 16;

    static final int MAJOR = 2;
    static final int MINOR = 4;
    static final int LINK_TYPE_ETHERNET = 1;

    /** The longest record that libpcap accepts (MAXIMUM_SNAPLEN of pcap-int.h), in bytes. */
    static final int MAX_CAPTURED = 262_144;

    private PcapLayout() {}
}
