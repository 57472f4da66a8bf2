package io.isolane.tools.bench.rig;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.Ipv4Header;
import io.isolane.core.frame.Ipv6Header;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.InternetChecksum;

/** What the frames carry. */
public enum Packets {
    /** Nothing is written behind the header, which says IPv4: the least work for a generator, and enough where nobody looks. */
    UNWRITTEN(0) {
        @Override
        void writePacket(long packet, int length, long destination, long source) {}
    },
    /** UDP over IPv4, from and to addresses of the stations' own (RFC 1918). */
    IPV4_UDP(Ipv4Header.LENGTH + UdpHeader.LENGTH) {
        @Override
        void writePacket(long packet, int length, long destination, long source) {
            RawMemory.putShortBigEndian(packet, (short) IPV4_WITHOUT_OPTIONS);
            RawMemory.putShortBigEndian(packet + 2, (short) length);
            RawMemory.putShortBigEndian(packet + 8, (short) (TIME_TO_LIVE << 8 | IpProtocol.UDP));
            RawMemory.putIntBigEndian(packet + 12, (int) v4(source).low());
            RawMemory.putIntBigEndian(packet + 16, (int) v4(destination).low());
            int sum = InternetChecksum.sum(packet, Ipv4Header.LENGTH);
            RawMemory.putShortBigEndian(packet + 10, (short) InternetChecksum.complement(sum));
            writeUdp(packet + Ipv4Header.LENGTH, length - Ipv4Header.LENGTH);
        }
    },
    /** UDP over IPv6, from and to addresses of the stations' own (RFC 3849). */
    IPV6_UDP(Ipv6Header.LENGTH + UdpHeader.LENGTH) {
        @Override
        void writePacket(long packet, int length, long destination, long source) {
            RawMemory.putIntBigEndian(packet, IPV6_VERSION);
            RawMemory.putShortBigEndian(packet + 4, (short) (length - Ipv6Header.LENGTH));
            RawMemory.putShortBigEndian(packet + 6, (short) (IpProtocol.UDP << 8 | TIME_TO_LIVE));
            writeAddress(packet + 8, v6(source));
            writeAddress(packet + 24, v6(destination));
            writeUdp(packet + Ipv6Header.LENGTH, length - Ipv6Header.LENGTH);
        }
    },
    /** The EtherType for experiments in one's own network (IEEE 802, 9.2.4), and zeros. */
    NON_IP(0) {
        @Override
        void writePacket(long packet, int length, long destination, long source) {}
    };

    private static final int IPV4_WITHOUT_OPTIONS = 0x4500;
    private static final int IPV6_VERSION = 6 << 28;
    private static final int TIME_TO_LIVE = 64;
    private static final long DOCUMENTATION = 0x2001_0db8L << 32;
    private static final int EXPERIMENTS = 0x88b5;
    private static final int PORT = 4789;

    private final int headers;

    Packets(int headers) {
        this.headers = headers;
    }

    /** Bytes of the shortest frame that has room for all headers. */
    int leastFrame() {
        return EthernetLayout.HEADER_LENGTH + headers;
    }

    /** The address of a station, as its packets have it; IPv4 for those that are no IP. */
    IpAddress addressOf(long mac) {
        return this == IPV6_UDP ? v6(mac) : v4(mac);
    }

    /** Writes what a frame of {@code length} bytes begins with, into zeros. */
    void write(long frame, int length, long destination, long source) {
        EthernetHeader.write(frame, destination, source, etherType());
        writePacket(frame + EthernetLayout.HEADER_LENGTH, length - EthernetLayout.HEADER_LENGTH, destination, source);
    }

    abstract void writePacket(long packet, int length, long destination, long source);

    private int etherType() {
        return switch (this) {
            case UNWRITTEN, IPV4_UDP -> EtherType.IPV4;
            case IPV6_UDP -> EtherType.IPV6;
            case NON_IP -> EXPERIMENTS;
        };
    }

    /** Of 10.0.0.0/8 a quarter for each kind of stations. */
    private static IpAddress v4(long mac) {
        return IpAddress.v4(10 << 24 | (int) (mac >>> 32 & 3) << 22 | ((int) mac & 0x3f_ffff));
    }

    private static IpAddress v6(long mac) {
        return IpAddress.v6(DOCUMENTATION, mac);
    }

    private static void writeAddress(long address, IpAddress ip) {
        RawMemory.putLongBigEndian(address, ip.high());
        RawMemory.putLongBigEndian(address + Long.BYTES, ip.low());
    }

    /** Without checksum, which no switch looks at. */
    private static void writeUdp(long header, int length) {
        RawMemory.putShortBigEndian(header, (short) PORT);
        RawMemory.putShortBigEndian(header + 2, (short) PORT);
        RawMemory.putShortBigEndian(header + 4, (short) length);
    }
}
