package io.isolane.core.acl;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.Ipv4Header;
import io.isolane.core.frame.Ipv6Header;
import io.isolane.core.frame.PacketHeaders;
import io.isolane.core.memory.RawMemory;

/**
 * What access lists see of one frame after another: a number for each field, or that the frame leaves it open. Read as strictly as
 * {@link PacketHeaders} does. A later fragment shows no port, no type and, in IPv6, no protocol: the first one decides there
 * (RFC 8200, 4.5), and here it has not been kept.
 *
 * <p>Allocates nothing. Confined to its thread.
 */
public final class FrameKey {
    private static final int PORTS_LENGTH = 4;
    private static final int TYPE_LENGTH = 2;

    /** All that only a packet whose headers could be read shows. */
    private static final int IN_HEADERS = Field.FRAGMENT.bit()
            | Field.PROTOCOL.bit()
            | Field.SOURCE_HIGH.bit()
            | Field.SOURCE_LOW.bit()
            | Field.DESTINATION_HIGH.bit()
            | Field.DESTINATION_LOW.bit()
            | Field.SOURCE_PORT.bit()
            | Field.DESTINATION_PORT.bit();

    private static final int PORTS = Field.SOURCE_PORT.bit() | Field.DESTINATION_PORT.bit();

    private final PacketHeaders headers = new PacketHeaders();
    private final long[] values = new long[Field.count()];
    private final int[] places = new int[Lane.MOST];
    private int unknown;

    /** A key of no frame yet. */
    public FrameKey() {}

    /**
     * Goes on with the next frame; {@link #readPacket} adds the rest of it.
     *
     * @param destination its MAC address
     * @param source its MAC address
     * @param vid the VLAN it is in, 0 in a network without VLANs
     * @param pcp its priority code point
     */
    public void read(long destination, long source, int vid, int pcp) {
        values[Field.DESTINATION_MAC.index()] = destination;
        values[Field.SOURCE_MAC.index()] = source;
        values[Field.VLAN.index()] = vid;
        values[Field.PCP.index()] = pcp;
        unknown = 0;
    }

    /** Reads what is behind the addresses of the frame of {@code length} bytes, 14 or more. */
    public void readPacket(long frame, int length) {
        if (!headers.read(frame, length)) {
            values[Field.ETHER_TYPE.index()] = headers.etherType();
            unknown = IN_HEADERS | (headers.etherType() == PacketHeaders.NO_ETHER_TYPE ? Field.ETHER_TYPE.bit() : 0);
            return;
        }
        unknown = 0;
        values[Field.ETHER_TYPE.index()] = headers.etherType();
        switch (headers.etherType()) {
            case EtherType.IPV4 -> readIpv4(frame);
            case EtherType.IPV6 -> readIpv6(frame);
            default -> readOther();
        }
    }

    /** The fields that the frame leaves open, a set of {@link Field#bit}. */
    int unknown() {
        return unknown;
    }

    /** The value of the field with this index, if it is not {@link #unknown}. */
    long value(int field) {
        return values[field];
    }

    /** Room for a table to note in. */
    int[] places() {
        return places;
    }

    private void readOther() {
        values[Field.FRAGMENT.index()] = Field.ABSENT;
        values[Field.PROTOCOL.index()] = Field.ABSENT;
        addresses(0, 0, 0, 0);
        ports(Field.ABSENT, Field.ABSENT);
    }

    private void readIpv4(long frame) {
        long packet = frame + headers.packet();
        addresses(0, Ipv4Header.source(packet) & 0xffff_ffffL, 0, Ipv4Header.destination(packet) & 0xffff_ffffL);
        readTransport(frame, Ipv4Header.protocol(packet), false);
    }

    private void readIpv6(long frame) {
        long packet = frame + headers.packet();
        addresses(
                Ipv6Header.sourceHigh(packet),
                Ipv6Header.sourceLow(packet),
                Ipv6Header.destinationHigh(packet),
                Ipv6Header.destinationLow(packet));
        readTransport(frame, headers.protocol(), true);
    }

    private void readTransport(long frame, int protocol, boolean isV6) {
        boolean isLater = headers.protocol() == PacketHeaders.NO_PROTOCOL;
        FragmentPart part =
                isLater ? FragmentPart.LATER : headers.isFragment() ? FragmentPart.FIRST : FragmentPart.NONE;
        values[Field.FRAGMENT.index()] = part.number();
        values[Field.PROTOCOL.index()] = protocol;
        if (isLater) {
            unknown = isV6 ? PORTS | Field.PROTOCOL.bit() : PORTS;
            return;
        }
        long transport = frame + headers.transport();
        int length = headers.transportLength();
        if (IpProtocol.hasPorts(protocol)) {
            if (length < PORTS_LENGTH) {
                unknown = PORTS;
            } else {
                int both = RawMemory.getIntBigEndian(transport);
                ports(both >>> 16, both & 0xffff);
            }
        } else if (IpProtocol.hasTypes(protocol)) {
            if (length < TYPE_LENGTH) {
                unknown = PORTS;
            } else {
                ports(RawMemory.getByte(transport) & 0xff, RawMemory.getByte(transport + 1) & 0xff);
            }
        } else {
            ports(Field.ABSENT, Field.ABSENT);
        }
    }

    private void addresses(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        values[Field.SOURCE_HIGH.index()] = sourceHigh;
        values[Field.SOURCE_LOW.index()] = sourceLow;
        values[Field.DESTINATION_HIGH.index()] = destinationHigh;
        values[Field.DESTINATION_LOW.index()] = destinationLow;
    }

    private void ports(long source, long destination) {
        values[Field.SOURCE_PORT.index()] = source;
        values[Field.DESTINATION_PORT.index()] = destination;
    }
}
