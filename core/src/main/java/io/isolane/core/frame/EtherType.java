package io.isolane.core.frame;

/** EtherTypes that the switch or its tools look at (IEEE registration authority; 802.1Q table 9-1). */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int IPV6 = 0x86dd;

    /** LLC follows, without a length: how LLC frames longer than 1,500 bytes are marked. */
    public static final int JUMBO_LLC = 0x8870;

    /** The least EtherType: less in its place is the length of an LLC frame (IEEE 802.3, 3.2.6). */
    public static final int LEAST = 0x600;

    /** TPID of a customer tag (C-VLAN). */
    public static final int CUSTOMER_TAG = 0x8100;

    /** TPID of a service tag (S-VLAN, IEEE 802.1ad). */
    public static final int SERVICE_TAG = 0x88a8;

    /** TPID of a service tag as some vendors wrote it before 802.1ad. */
    public static final int LEGACY_SERVICE_TAG = 0x9100;

    private EtherType() {}

    /** True for the TPID of any tag. */
    public static boolean isTag(int etherType) {
        return etherType == CUSTOMER_TAG || etherType == SERVICE_TAG || etherType == LEGACY_SERVICE_TAG;
    }
}
