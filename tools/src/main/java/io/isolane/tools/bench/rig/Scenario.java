package io.isolane.tools.bench.rig;

import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.tools.bench.trial.FrameMix;

/**
 * What is measured. Immutable.
 *
 * @param mode isolation mode of the network, or of the networks
 * @param frames how long they are
 * @param addresses stations in all, half of them behind the uplinks; of an odd number one is silent
 * @param ports ports in all, an even number; how many of them are uplinks depends on the mode
 * @param vlans how the ports take part in VLANs
 * @param traffic whom the frames are for
 * @param order in which the stations of a port take turns
 * @param copied whether each frame is copied from one of its own that was made before, as a driver does that reads a capture file;
 *     else only its header is written
 * @param packets what is in them; nothing need be written if nobody looks
 * @param guards which the ports have
 */
public record Scenario(
        IsolationMode mode,
        FrameLengths frames,
        int addresses,
        int ports,
        Vlans vlans,
        Traffic traffic,
        Order order,
        boolean copied,
        Packets packets,
        Guards guards) {
    /** How the ports take part in VLANs, where the mode leaves that open. */
    public enum Vlans {
        NONE,
        /** Every port is an access port of VLAN 10. */
        ACCESS,
        /** Guests are access ports of VLAN 10, uplinks trunks that carry it tagged. */
        ACCESS_TO_TRUNK,
        /** Guests are tunnels of service VLAN 10, uplinks service trunks. */
        TUNNEL
    }

    /** Whom the frames are for. */
    public enum Traffic {
        KNOWN_UNICAST,
        UNKNOWN_UNICAST,
        BROADCAST
    }

    /** In which the stations of a port take turns. */
    public enum Order {
        /** As their addresses ascend. */
        SEQUENTIAL,
        /** As if by chance, and the same in every run: no stride leads to the next place in a table. */
        RANDOM
    }

    /** The shortest frame that has room for what a latency measurement writes into it: the shortest of Ethernet, without FCS. */
    public static final int MIN_FRAME = FrameMix.MIN_FRAME - FrameMix.FCS;

    /** The longest frame that has a place. */
    public static final int MAX_FRAME = SlotClass.LARGE.capacity();

    private static final int LARGE_SLOTS = 512;

    /**
     * Checks what a rig depends on.
     *
     * @throws IllegalArgumentException if the number of ports is odd or less than 2, that of addresses less than 2, or a frame shorter
     *     than {@link #MIN_FRAME} or than its packet, or longer than a slot
     */
    public Scenario {
        if (ports < 2 || ports % 2 != 0) {
            throw new IllegalArgumentException(ports + " ports are not an even number of at least 2");
        }
        if (addresses < 2) {
            throw new IllegalArgumentException(addresses + " addresses are less than the 2 of one conversation");
        }
        if (frames.shortest() < packets.leastFrame()) {
            throw new IllegalArgumentException("frames of " + frames + " bytes have no room for the "
                    + packets.leastFrame() + " bytes of their headers");
        }
        if (frames.shortest() < MIN_FRAME || frames.longest() > MAX_FRAME) {
            throw new IllegalArgumentException(
                    "frames of " + frames + " bytes are not from " + MIN_FRAME + " to " + MAX_FRAME);
        }
    }

    /** Slots of the kind that these frames need. */
    MemoryConfig memory(int slots) {
        return SlotClass.of(frames.longest()) == SlotClass.SMALL
                ? new MemoryConfig(slots, 0)
                : new MemoryConfig(slots, Math.min(slots, LARGE_SLOTS));
    }

    /** A table that has room for all stations. */
    public TableConfig table() {
        return TableConfig.DEFAULT.withCapacity(Math.max(TableConfig.DEFAULT.capacity(), addresses));
    }

    /** 64-byte frames between four ports with 256 stations in an access VLAN. */
    public static Scenario of(IsolationMode mode) {
        return new Scenario(
                mode,
                FrameLengths.of(64),
                256,
                4,
                Vlans.ACCESS,
                Traffic.KNOWN_UNICAST,
                Order.SEQUENTIAL,
                false,
                Packets.UNWRITTEN,
                Guards.NONE);
    }

    public Scenario withMode(IsolationMode other) {
        return new Scenario(other, frames, addresses, ports, vlans, traffic, order, copied, packets, guards);
    }

    /** With frames that are all of one length, in bytes. */
    public Scenario withFrameLength(int bytes) {
        return withFrames(FrameLengths.of(bytes));
    }

    public Scenario withFrames(FrameLengths lengths) {
        return new Scenario(mode, lengths, addresses, ports, vlans, traffic, order, copied, packets, guards);
    }

    public Scenario withAddresses(int count) {
        return new Scenario(mode, frames, count, ports, vlans, traffic, order, copied, packets, guards);
    }

    public Scenario withPorts(int count) {
        return new Scenario(mode, frames, addresses, count, vlans, traffic, order, copied, packets, guards);
    }

    public Scenario withVlans(Vlans kind) {
        return new Scenario(mode, frames, addresses, ports, kind, traffic, order, copied, packets, guards);
    }

    public Scenario withTraffic(Traffic kind) {
        return new Scenario(mode, frames, addresses, ports, vlans, kind, order, copied, packets, guards);
    }

    public Scenario withOrder(Order kind) {
        return new Scenario(mode, frames, addresses, ports, vlans, traffic, kind, copied, packets, guards);
    }

    /** With frames that are copied, or not. */
    public Scenario withCopied(boolean isCopied) {
        return new Scenario(mode, frames, addresses, ports, vlans, traffic, order, isCopied, packets, guards);
    }

    /** With frames that carry packets of one kind. */
    public Scenario withPackets(Packets kind) {
        return new Scenario(mode, frames, addresses, ports, vlans, traffic, order, copied, kind, guards);
    }

    public Scenario withGuards(Guards others) {
        return new Scenario(mode, frames, addresses, ports, vlans, traffic, order, copied, packets, others);
    }
}
