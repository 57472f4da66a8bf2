package io.isolane.dataplane.pipeline;

import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortState;

/**
 * Frames from one port on their way through the stages, as parallel arrays. A stage that drops a frame moves the later ones up.
 */
final class Batch {
    /** Most frames of a batch: enough to pay for what is done once for each, few enough to stay in the first-level cache. */
    static final int CAPACITY = PortGuards.MAX_WEIGHT;

    /** In {@link #egress}: to all of the reach that hears the group. */
    static final int GROUP = -2;

    /** Descriptors; the frames are the worker's until a stage hands them on. */
    final long[] frames = new long[CAPACITY];

    /** Keys of the MAC table: FID and address. */
    final long[] sources = new long[CAPACITY];

    final long[] destinations = new long[CAPACITY];

    /** What the MAC table has of each source, then of each destination. */
    final long[] found = new long[CAPACITY];

    /** VLAN indices. */
    final int[] vlans = new int[CAPACITY];

    /** Port indices, {@link io.isolane.core.table.MacTable#UNKNOWN} or {@link #GROUP}. */
    final int[] egress = new int[CAPACITY];

    int count;

    /** The time in milliseconds, for the MAC table. */
    int millis;

    int ingress;
    ForwardingState state = ForwardingState.EMPTY;
    PortState port = PortState.OUTSIDE;

    void keep(int at, long frame, long source, long destination, int vlan) {
        frames[at] = frame;
        sources[at] = source;
        destinations[at] = destination;
        vlans[at] = vlan;
    }
}
