package io.isolane.core.acl;

/** What a frame has one number of, for rules to ask about. */
enum Field {
    DESTINATION_MAC(false, true),
    SOURCE_MAC(false, true),
    VLAN(false, false),
    PCP(false, false),
    ETHER_TYPE(true, false),
    FRAGMENT(true, false),
    PROTOCOL(true, false),
    SOURCE_HIGH(true, true),
    SOURCE_LOW(true, true),
    DESTINATION_HIGH(true, true),
    DESTINATION_LOW(true, true),
    /** The source port, or the type of an ICMP message. */
    SOURCE_PORT(true, false),
    /** The destination port, or the code of an ICMP message. */
    DESTINATION_PORT(true, false);

    /** The value of a field of up to 16 bits that a frame does not have: more than any that it could have there. */
    static final long ABSENT = 0x1_0000;

    private static final int COUNT = values().length;

    private final boolean isOfPacket;
    private final boolean isWide;

    Field(boolean isOfPacket, boolean isWide) {
        this.isOfPacket = isOfPacket;
        this.isWide = isWide;
    }

    static int count() {
        return COUNT;
    }

    /** True if it stands behind the addresses and the tag that names the VLAN. */
    boolean isOfPacket() {
        return isOfPacket;
    }

    /** True if its values have more than 16 bits. */
    boolean isWide() {
        return isWide;
    }

    @SuppressWarnings("EnumOrdinal") // a place in arrays that live as long as the process
    int index() {
        return ordinal();
    }

    /** The field's bit in a set of fields. */
    int bit() {
        return 1 << index();
    }
}
