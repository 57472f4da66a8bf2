package io.isolane.dataplane.guard;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.Ipv4Header;
import io.isolane.core.frame.Ipv6Header;
import io.isolane.core.frame.PacketHeaders;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortGuards;

/**
 * The packet that the guards look at just now, one after another: where it came from and what its headers say. Confined to its
 * worker.
 */
final class InspectedPacket {
    private final PacketHeaders headers = new PacketHeaders();
    private ForwardingState state = ForwardingState.EMPTY;
    private PortGuards guards = PortGuards.NONE;
    private int port;
    private long now;
    private long frame;
    private long source;
    private long destination;

    /** Goes on with a batch from {@code port}; {@code now} is in milliseconds. */
    void batch(ForwardingState state, int port, long now) {
        this.state = state;
        this.guards = state.port(port).guards();
        this.port = port;
        this.now = now;
    }

    /**
     * Goes on with the next frame of the batch.
     *
     * @param source FID and source address
     * @param destination FID and destination address
     * @return false if it leaves open what it is
     */
    boolean read(long frame, int length, long source, long destination) {
        this.frame = frame;
        this.source = source;
        this.destination = destination;
        return headers.read(frame, length);
    }

    PortGuards guards() {
        return guards;
    }

    /** What another port is guarded against; nothing if it is gone since it was heard of. */
    PortGuards guardsOf(int other) {
        return other < state.portCount() ? state.port(other).guards() : PortGuards.NONE;
    }

    int port() {
        return port;
    }

    long now() {
        return now;
    }

    int fid() {
        return (int) (source >>> 48);
    }

    /** FID and source MAC address. */
    long source() {
        return source;
    }

    /** FID and destination MAC address. */
    long destination() {
        return destination;
    }

    PacketHeaders headers() {
        return headers;
    }

    /** The address of the packet's first byte. */
    long packet() {
        return frame + headers.packet();
    }

    /** The address of the transport header's first byte. */
    long transport() {
        return frame + headers.transport();
    }

    boolean isUdp() {
        return headers.protocol() == IpProtocol.UDP;
    }

    boolean isIcmpv6() {
        return headers.protocol() == IpProtocol.ICMPV6 && headers.etherType() == EtherType.IPV6;
    }

    /** The address of what a UDP datagram carries. */
    long datagram() {
        return transport() + UdpHeader.LENGTH;
    }

    /** Bytes at {@link #datagram}; -1 if the datagram is not here whole, or its sender lies about its length. */
    int datagramLength() {
        boolean isWhole = !headers.isFragment() && UdpHeader.isSound(transport(), headers.transportLength());
        return isWhole ? UdpHeader.length(transport()) - UdpHeader.LENGTH : -1;
    }

    /** The first eight octets of the IP packet's source; 0 in IPv4. */
    long addressHigh() {
        return isIpv6() ? Ipv6Header.sourceHigh(packet()) : 0;
    }

    /** The last eight octets of the IP packet's source, or all four. */
    long addressLow() {
        return isIpv6() ? Ipv6Header.sourceLow(packet()) : Ipv4Header.source(packet()) & 0xffff_ffffL;
    }

    boolean isIpv6() {
        return headers.etherType() == EtherType.IPV6;
    }
}
