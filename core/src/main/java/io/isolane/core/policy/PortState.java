package io.isolane.core.policy;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;

/**
 * A port as the frame path sees it. Immutable.
 *
 * @param vlan VLAN index of untagged frames, {@link ForwardingState#NO_VLAN} if they are refused
 * @param vlanOfVid for a trunk, the VLAN index of each VID it carries
 * @param tpid of the tags that name VLANs on this port
 * @param maxFrame longest frame in bytes, a tag not counted
 * @param mirrorReceived ports that get a copy of what this port receives, a set; empty array for none
 * @param mirrorTransmitted ports that get a copy of what this port transmits, a set; empty array for none
 * @param guards what the port is guarded against
 * @param stations which stations may be behind it, and how long they stay
 * @param isGuarded whether one of the guards looks at frames that enter
 * @param entry the access lists of frames that enter, at work
 * @param exit the access lists of frames that leave, at work
 */
@SuppressWarnings("ArrayRecordComponent") // read-only, and read for every frame
public record PortState(
        PortClass portClass,
        int vlan,
        int[] vlanOfVid,
        int tpid,
        int maxFrame,
        int stationLimit,
        SourceRule sourceRule,
        boolean linkLocal,
        PriorityTags priorityTags,
        long[] mirrorReceived,
        long[] mirrorTransmitted,
        PortGuards guards,
        StationRules stations,
        boolean isGuarded,
        AccessFilter entry,
        AccessFilter exit) {
    /** A port of no network: whatever enters there goes nowhere. */
    public static final PortState OUTSIDE = outside(PortProfile.DEFAULT_MTU);

    boolean isMirrored() {
        return mirrorReceived.length > 0 || mirrorTransmitted.length > 0;
    }

    /** A word of the set of ports that get a copy of what this port receives. */
    public long mirrorsReceived(int word) {
        return mirrorReceived.length == 0 ? 0 : mirrorReceived[word];
    }

    /** A word of the set of ports that get a copy of what this port transmits. */
    public long mirrorsTransmitted(int word) {
        return mirrorTransmitted.length == 0 ? 0 : mirrorTransmitted[word];
    }

    /** True if frames of this port are copied to another, or leave it other than its VLAN alone says. */
    boolean isCopied() {
        return isMirrored() || priorityTags != PriorityTags.NEVER;
    }

    static PortState outside(int mtu) {
        return new PortState(
                PortClass.ACCESS,
                ForwardingState.NO_VLAN,
                new int[0],
                EtherType.CUSTOMER_TAG,
                mtu + EthernetLayout.HEADER_LENGTH,
                0,
                SourceRule.IGNORE,
                false,
                PriorityTags.NEVER,
                new long[0],
                new long[0],
                PortGuards.NONE,
                StationRules.NONE,
                false,
                AccessFilter.OFF,
                AccessFilter.OFF);
    }
}
