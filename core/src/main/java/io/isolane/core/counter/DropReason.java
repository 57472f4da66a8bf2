package io.isolane.core.counter;

import java.util.Locale;

/**
 * Why a frame was not forwarded: each reason once, with the sentence that counters, commands, audit and documentation quote.
 *
 * <p>A reason is counted at the port the frame came from, or, where the sentence says so, at the port it could not leave by.
 */
public enum DropReason {
    RUNT("shorter than an Ethernet header of 14 bytes"),
    OVER_LONG("longer than the MTU of the port it came from"),
    BAD_DESCRIPTOR("an embedder handed in a descriptor that names no slot"),
    BAD_OFFLOAD("its virtio-net header does not describe the frame"),
    CUT_IN_CAPTURE("replayed from a capture that kept only its beginning"),
    TRUNCATED_TAG("ends inside an 802.1Q tag"),
    GROUP_SOURCE("its source is a group address"),
    ZERO_SOURCE("its source is all zero"),
    LINK_LOCAL("addressed to 01-80-C2-00-00-00 to -0F, which bridges never forward"),
    TAG_ON_ACCESS("tagged, and the port is an access port"),
    FOREIGN_TAG("tagged with a TPID that names no VLAN on this port"),
    SECOND_TAG("a tag stands behind its priority tag"),
    RESERVED_VID("carries VID 4095"),
    VLAN_NOT_ALLOWED("its VLAN is not on the port's list"),
    NO_NATIVE_VLAN("untagged or priority-tagged on a trunk without a native VLAN"),
    BROADCAST_STORM("a broadcast beyond what its port's storm control allows"),
    MULTICAST_STORM("a multicast beyond what its port's storm control allows"),
    UNKNOWN_UNICAST_STORM("its destination is not known, and beyond what its port's storm control allows"),
    ACCESS_LIST_IN("an access list of the port it came from denies it, or none permits it"),
    RATE_LIMIT_IN("beyond the rate at which its port may send"),
    UNREADABLE_HEADERS("its headers leave open what it is, and its port is guarded against what they could hide"),
    ROGUE_DHCP("what a DHCP server says, from a port that may have none"),
    FORGED_DHCP("a DHCP client's message for another station, about another port's address, or cut or damaged"),
    ROGUE_ROUTER("a router advertisement or redirect, from a port that may have no router"),
    FORGED_ARP("ARP that speaks for an address that is not bound to its station"),
    FORGED_ND("Neighbour Discovery that speaks for an address that is not bound to its station, or in fragments"),
    UNBOUND_SOURCE("it comes from an IP address that is not bound to its station"),
    BINDING_LIMIT("asks for an address, and its port has all the learnt bindings it may have"),
    UNBOUND_LEASE("gives an address that cannot be bound to who asked: another has it, or there is no room"),
    PORT_SECURITY("its source is not a station that its port's security lets speak there"),
    SENT_WHILE_DOWN("sent while port security had its port put down"),
    PINNED_STATION("its source moves too often, and is pinned to the port where it was"),
    UNLEARNT_SOURCE("its source cannot be learnt, and its port lets in only stations that stay known"),
    FORGED_SOURCE("its source is not an address of the guest"),
    SAME_PORT("its destination is on the port it came from"),
    OUTSIDE_REACH("its destination is on a port that this one may not reach"),
    UNKNOWN_UNICAST("its destination is not known and may not be flooded"),
    NO_RECIPIENT("no port may hear it"),
    POOL_EMPTY("no free slot to hold or share it"),
    WORKER_RING_FULL("the ring to the worker of its destination is full"),
    PORT_DOWN("counted at the port it should leave by: the port is down or has failed"),
    TX_OVER_MTU("counted at the port it should leave by: longer than that port's MTU"),
    ACCESS_LIST_OUT("counted at the port it should leave by: an access list there denies it, or none permits it"),
    RATE_LIMIT_OUT("counted at the port it should leave by: beyond the rate of what may leave there"),
    TX_FULL("counted at the port it should leave by: its reader is slow or gone"),
    TX_REFUSED("counted at the port it should leave by: the device would not take it"),
    REACH_VIOLATION("counted at the port it should leave by: outside the reach at the last gate, which is a bug");

    private static final DropReason[] ALL = values();

    private final String sentence;
    private final String label;

    DropReason(String sentence) {
        this.sentence = sentence;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in metrics and tables, such as {@code truncated-tag}. */
    public String label() {
        return label;
    }

    /** What is said of a frame dropped for this reason. */
    public String sentence() {
        return sentence;
    }

    /** The counter's place among the drops of a port. */
    @SuppressWarnings("EnumOrdinal") // the order in this file is the layout
    public int index() {
        return ordinal();
    }

    public static int count() {
        return ALL.length;
    }

    public static DropReason at(int index) {
        return ALL[index];
    }
}
