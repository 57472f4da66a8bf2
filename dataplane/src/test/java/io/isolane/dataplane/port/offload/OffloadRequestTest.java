package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.Slots;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OffloadRequestTest {
    private static final int NEEDS = VirtioNetHeader.NEEDS_CHECKSUM;
    private static final int TCP4 = VirtioNetHeader.GSO_TCPV4;

    private final Slots slots = new Slots();
    private final OffloadRequest request = new OffloadRequest();

    @AfterEach
    void poolIsWhole() {
        slots.close();
    }

    @Test
    void shouldDescribeASoundSuperFrame() {
        assertThat(fault("tcp4", NEEDS, TCP4, 200, 34, 16)).isEqualTo(OffloadFault.NONE);
        assertThat(request.segments()).isEqualTo(4);
        assertThat(request.headerLength()).isEqualTo(14 + 20 + 32);
        assertThat(request.longestSegment()).isEqualTo(266);
    }

    @Test
    void shouldRefuseSegmentationWithoutChecksum() {
        assertThat(fault("tcp4", 0, TCP4, 200, 34, 16)).isEqualTo(OffloadFault.CHECKSUM_NOT_ASKED);
    }

    @Test
    void shouldRefuseUnknownKindsOfSegmentation() {
        assertThat(fault("tcp4", NEEDS, 2, 200, 34, 16)).isEqualTo(OffloadFault.UNKNOWN_GSO_TYPE);
        assertThat(fault("udp4", NEEDS, VirtioNetHeader.GSO_UDP, 200, 34, 6)).isEqualTo(OffloadFault.UNKNOWN_GSO_TYPE);
    }

    @Test
    void shouldRefuseSegmentsOfNoBytes() {
        assertThat(fault("tcp4", NEEDS, TCP4, 0, 34, 16)).isEqualTo(OffloadFault.ZERO_GSO_SIZE);
    }

    @Test
    void shouldRefuseAKindThatIsNotTheFramesProtocol() {
        assertThat(fault("udp4", NEEDS, TCP4, 200, 34, 6)).isEqualTo(OffloadFault.NOT_IP);
        assertThat(fault("tcp6", NEEDS, TCP4, 200, 54, 16)).isEqualTo(OffloadFault.NOT_IP);
        assertThat(fault("tcp4", NEEDS, VirtioNetHeader.GSO_UDP_L4, 200, 34, 16))
                .isEqualTo(OffloadFault.NOT_IP);
    }

    @Test
    void shouldRefuseAChecksumOutsideTheFrame() {
        assertThat(fault("tcp4", NEEDS, TCP4, 200, 0xffff, 0xffff)).isEqualTo(OffloadFault.CHECKSUM_OUTSIDE_FRAME);
        int length = LinuxSegments.named("checksum-udp4").frame().length;
        assertThat(fault("checksum-udp4", NEEDS, 0, 0, length - 1, 0)).isEqualTo(OffloadFault.CHECKSUM_OUTSIDE_FRAME);
        assertThat(fault("checksum-udp4", NEEDS, 0, 0, length - 2, 0)).isEqualTo(OffloadFault.NONE);
    }

    @Test
    void shouldRefuseAChecksumThatWouldChangeWhatTheSwitchDecidedOn() {
        assertThat(fault("checksum-udp4", NEEDS, 0, 0, 0, 6)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
        assertThat(fault("tcp4-tagged", NEEDS, 0, 0, 14, 0)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
        assertThat(fault("checksum-udp4", NEEDS, 0, 0, 14, 12)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
        assertThat(fault("checksum-udp4", NEEDS, 0, 0, 34, 0)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
        assertThat(fault("checksum-tcp4", NEEDS, 0, 0, 35, 0)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
        assertThat(fault("tcp6-hop-by-hop", NEEDS, 0, 0, 54, 0)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
    }

    @Test
    void shouldRefuseAChecksumInAnArpPacket() {
        byte[] arp = new byte[42];
        arp[12] = 0x08;
        arp[13] = 0x06;
        assertThat(fault(arp, NEEDS, 0, 0, 14, 14)).isEqualTo(OffloadFault.CHECKSUM_IN_HEADERS);
    }

    @Test
    void shouldAllowAChecksumInsideATunnelledPacket() {
        assertThat(fault("udp4", NEEDS, 0, 0, 100, 16)).isEqualTo(OffloadFault.NONE);
    }

    @Test
    void shouldRefuseNetworkHeadersThatAreCutOrImpossible() {
        byte[] frame = LinuxSegments.named("checksum-tcp4").frame();
        frame[14] = 0x44;
        assertThat(fault(frame, NEEDS, 0, 0, 34, 16)).isEqualTo(OffloadFault.BAD_NETWORK_HEADER);
        frame[14] = 0x65;
        assertThat(fault(frame, NEEDS, 0, 0, 34, 16)).isEqualTo(OffloadFault.BAD_NETWORK_HEADER);
        byte[] small = LinuxSegments.named("checksum-udp4-zero").frame();
        small[14] = 0x4f;
        assertThat(fault(small, NEEDS, 0, 0, 34, 6)).isEqualTo(OffloadFault.BAD_NETWORK_HEADER);
        byte[] tags = new byte[80];
        for (int i = 12; i < tags.length; i += 4) {
            tags[i] = (byte) 0x81;
        }
        assertThat(fault(tags, NEEDS, 0, 0, 34, 16)).isEqualTo(OffloadFault.BAD_NETWORK_HEADER);
    }

    @Test
    void shouldRefuseTransportHeadersThatAreCutOrElsewhere() {
        byte[] frame = LinuxSegments.named("tcp4").frame();
        assertThat(fault(frame, NEEDS, TCP4, 200, 60, 16)).isEqualTo(OffloadFault.BAD_TRANSPORT_HEADER);
        frame[34 + TransportHeader.TCP_DATA_OFFSET] = 0x40;
        assertThat(fault(frame, NEEDS, TCP4, 200, 34, 16)).isEqualTo(OffloadFault.BAD_TRANSPORT_HEADER);
        byte[] small = Arrays.copyOf(frame, 34 + 59);
        small[34 + TransportHeader.TCP_DATA_OFFSET] = (byte) 0xf0;
        assertThat(fault(small, NEEDS, TCP4, 200, 34, 16)).isEqualTo(OffloadFault.BAD_TRANSPORT_HEADER);
    }

    @Test
    void shouldRefuseSegmentsLongerThanAnIpPacket() {
        byte[] frame = new byte[70_000];
        System.arraycopy(LinuxSegments.named("tcp4").frame(), 0, frame, 0, 100);
        assertThat(fault(frame, NEEDS, TCP4, 65_535, 34, 16)).isEqualTo(OffloadFault.SEGMENT_TOO_LONG);
    }

    @Test
    void shouldNameEveryFaultByItsResult() {
        for (OffloadFault fault : OffloadFault.values()) {
            assertThat(OffloadFault.of(fault.result())).isEqualTo(fault);
            assertThat(fault.sentence()).isNotBlank();
        }
        assertThat(OffloadFault.of(3)).isEqualTo(OffloadFault.NONE);
    }

    private OffloadFault fault(String name, int flags, int kind, int size, int start, int offset) {
        return fault(LinuxSegments.named(name).frame(), flags, kind, size, start, offset);
    }

    private OffloadFault fault(byte[] bytes, int flags, int kind, int size, int start, int offset) {
        long frame = slots.offloaded(new byte[VirtioNetHeader.LENGTH], bytes);
        long header = slots.memory.virtioHeaderAddress(frame);
        VirtioNetHeader.write(header, flags, kind, 0, size, start, offset);
        try {
            return request.read(header, slots.memory.frameAddress(frame), Descriptor.length(frame));
        } finally {
            slots.cache.free(frame);
        }
    }
}
