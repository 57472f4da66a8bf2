package io.isolane.core.frame;

/**
 * An Ethernet frame with at most one tag (IEEE 802.3, 3.1.1; IEEE 802.1Q, 9.3), without preamble and frame check sequence.
 * Offsets and lengths in bytes.
 *
 * <pre>
 *    0             6          12          14                      0             6          12     14     16          18
 *   +-------------+----------+-----------+---------              +-------------+----------+------+------+-----------+-------
 *   | destination | source   | EtherType | payload               | destination | source   | TPID | TCI  | EtherType | payload
 *   +-------------+----------+-----------+---------              +-------------+----------+------+------+-----------+-------
 * </pre>
 */
public final class EthernetLayout {
    public static final int DESTINATION = 0;
    public static final int SOURCE = 6;

    /** The two addresses, in front of which a tag never stands. */
    public static final int ADDRESSES_LENGTH = 12;

    public static final int ETHER_TYPE = 12;
    public static final int HEADER_LENGTH = 14;

    public static final int TCI = 14;
    public static final int TAG_LENGTH = 4;
    public static final int TAGGED_ETHER_TYPE = 16;
    public static final int TAGGED_HEADER_LENGTH = 18;

    private EthernetLayout() {}
}
