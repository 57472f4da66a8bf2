package io.isolane.dataplane.port.offload;

/** Why a virtio-net header is refused. Immutable. */
public enum OffloadFault {
    NONE("the header describes the frame"),
    UNKNOWN_GSO_TYPE("a kind of segmentation that was never offered"),
    CHECKSUM_NOT_ASKED("asks for segmentation but not for the checksum that each segment needs"),
    ZERO_GSO_SIZE("asks for segments of no bytes"),
    NOT_IP("asks for segmentation of something that is not the kind of IP it says"),
    BAD_NETWORK_HEADER("its IP header is cut short or of an impossible length"),
    BAD_TRANSPORT_HEADER("its TCP or UDP header is cut short or not where the checksum starts"),
    CHECKSUM_OUTSIDE_FRAME("its checksum would lie outside the frame"),
    CHECKSUM_IN_HEADERS("its checksum would overwrite addresses, tags, ports or an ARP packet"),
    SEGMENT_TOO_LONG("a segment would be longer than an IP packet can be"),
    TOO_MANY_SEGMENTS("its segments are so short that there would be more than a port takes at once");

    private static final OffloadFault[] ALL = values();

    private final String sentence;

    OffloadFault(String sentence) {
        this.sentence = sentence;
    }

    /** What is said of a frame refused for this reason. */
    public String sentence() {
        return sentence;
    }

    /** The fault that a negative result of {@link Segmenter#segment} stands for, {@link #NONE} for any other result. */
    public static OffloadFault of(int result) {
        return result < 0 ? ALL[-result] : NONE;
    }

    /** The negative number that stands for this fault: its place in the list. */
    @SuppressWarnings("EnumOrdinal")
    int result() {
        return -ordinal();
    }
}
