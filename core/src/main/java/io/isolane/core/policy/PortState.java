package io.isolane.core.policy;

/**
 * A port as the frame path sees it. Immutable.
 *
 * @param vlan VLAN index of untagged frames, {@link ForwardingState#NO_VLAN} if they are refused
 * @param vlanOfVid for a trunk, the VLAN index of each VID it carries
 * @param tpid of the tags that name VLANs on this port
 * @param maxFrame longest frame in bytes, a tag not counted
 * @param mirrorReceived ports that get a copy of what this port receives, a set; empty array for none
 * @param mirrorTransmitted ports that get a copy of what this port transmits, a set; empty array for none
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
        long[] mirrorTransmitted) {}
