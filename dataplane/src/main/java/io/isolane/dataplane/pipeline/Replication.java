package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortClass;
import io.isolane.core.policy.PortState;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.table.MacTable;

/**
 * One frame to any number of ports: the set of those that should have it is made from its row, nobody outside the reach is in it, and
 * each gets a descriptor of the same bytes. The general form of delivery, and the only one where ports are mirrored or hear what is not
 * theirs. Confined to its worker.
 */
final class Replication {
    private final FrameMemory memory;
    private final Outlets outlets;
    private final Drops drops;
    private final long[] targets = new long[ForwardingState.MAX_WORDS];
    private final long[] copies = new long[ForwardingState.MAX_WORDS];

    Replication(FrameMemory memory, Outlets outlets, Drops drops) {
        this.memory = memory;
        this.outlets = outlets;
        this.drops = drops;
    }

    void replicate(Batch batch, int i, PortCounters counters) {
        ForwardingState state = batch.state;
        int row = state.row(batch.vlans[i], batch.ingress);
        int recipients = choose(batch, i, row);
        int watchers = state.hasMirrors() ? watch(batch) : 0;
        if (recipients == 0) {
            counters.dropped(nowhere(batch, i, row), 1);
        }
        if (recipients + watchers == 0) {
            drops.free(batch.frames[i]);
            return;
        }
        long frame = batch.frames[i];
        if (recipients + watchers > 1) {
            memory.share(frame, recipients + watchers);
            frame |= Descriptor.SHARED;
            counters.flooded(1);
        }
        send(batch, frame, row, counters);
    }

    private int choose(Batch batch, int i, int row) {
        ForwardingState state = batch.state;
        long[] rows = state.rows();
        int port = batch.egress[i];
        boolean isLinkLocal = port == Batch.GROUP && MacAddress.isLinkLocal(MacTable.mac(batch.destinations[i]));
        boolean isKnown = port >= 0 && port < state.portCount() && state.contains(row, port);
        boolean isAlone = isKnown && state.contains(state.exclusive(row), port);
        boolean isBack = port == batch.ingress;
        int flooded = port == Batch.GROUP ? state.group(row, MacTable.mac(batch.destinations[i])) : state.unknown(row);
        int chosen = 0;
        for (int word = 0; word < state.words(); word++) {
            long reach = rows[row + word];
            long always = rows[state.always(row) + word];
            long set = switch (port) {
                case Batch.GROUP -> isLinkLocal ? state.linkLocal(word) : rows[flooded + word];
                case MacTable.UNKNOWN -> rows[flooded + word] | always;
                default -> (isAlone ? 0 : always) | (port >> 6 == word ? 1L << port : 0);
            };
            targets[word] = isBack ? 0 : set & reach;
            chosen += Long.bitCount(targets[word]);
        }
        return chosen;
    }

    /** The ports that get a copy because they watch where the frame entered or leaves. */
    private int watch(Batch batch) {
        ForwardingState state = batch.state;
        int watchers = 0;
        for (int word = 0; word < state.words(); word++) {
            copies[word] = state.port(batch.ingress).mirrorsReceived(word);
        }
        for (int word = 0; word < state.words(); word++) {
            for (long left = targets[word]; left != 0; left &= left - 1) {
                PortState port = state.port((word << 6) + Long.numberOfTrailingZeros(left));
                for (int copy = 0; copy < state.words(); copy++) {
                    copies[copy] |= port.mirrorsTransmitted(copy);
                }
            }
        }
        for (int word = 0; word < state.words(); word++) {
            watchers += Long.bitCount(copies[word]);
        }
        return watchers;
    }

    private void send(Batch batch, long frame, int row, PortCounters counters) {
        ForwardingState state = batch.state;
        long keep = Delivery.tagsToKeep(batch);
        for (int word = 0; word < state.words(); word++) {
            for (long left = targets[word]; left != 0; left &= left - 1) {
                int port = (word << 6) + Long.numberOfTrailingZeros(left);
                sendTo(port, outgoing(state, row, port, frame, keep), state.contains(row, port), counters);
            }
            for (long left = state.hasMirrors() ? copies[word] : 0; left != 0; left &= left - 1) {
                int port = (word << 6) + Long.numberOfTrailingZeros(left);
                long seen = Delivery.retagged(frame, state.tagBit(row, batch.ingress), keep);
                sendTo(port, seen & ~Descriptor.INNER_TAG, true, counters);
            }
        }
    }

    /** The last gate: nothing leaves outside the reach, whatever was decided before. */
    private void sendTo(int port, long frame, boolean isInReach, PortCounters counters) {
        if (!isInReach) {
            drops.drop(frame, DropReason.REACH_VIOLATION, counters);
        } else if (!outlets.append(port, frame, counters)) {
            drops.drop(frame, DropReason.PORT_DOWN, counters);
        }
    }

    /**
     * The frame as it leaves on {@code port}. What would show an inner tag to a trunk as if it named a VLAN keeps its own tag, and a
     * priority that would be lost may travel in a tag of VID 0.
     */
    private static long outgoing(ForwardingState state, int row, int port, long frame, long keep) {
        long tagBit = state.tagBit(row, port);
        PortState to = state.port(port);
        if (Descriptor.hasInnerTag(frame) && to.portClass() == PortClass.TRUNK) {
            tagBit = 1;
        }
        int priority = Descriptor.tci(frame) & TagControl.PRIORITY_MASK;
        if (tagBit == 0 && to.priorityTags() == PriorityTags.IF_NONZERO && priority != 0 && keep != -1L) {
            return Descriptor.withTag(frame, priority) & ~Descriptor.INNER_TAG;
        }
        return Delivery.retagged(frame, tagBit, keep) & ~Descriptor.INNER_TAG;
    }

    private static DropReason nowhere(Batch batch, int i, int row) {
        int port = batch.egress[i];
        if (port >= 0) {
            return port == batch.ingress ? DropReason.SAME_PORT : DropReason.OUTSIDE_REACH;
        }
        return port == MacTable.UNKNOWN && !batch.state.isEmpty(row)
                ? DropReason.UNKNOWN_UNICAST
                : DropReason.NO_RECIPIENT;
    }
}
