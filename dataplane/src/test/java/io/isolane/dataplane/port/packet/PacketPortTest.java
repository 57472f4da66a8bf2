package io.isolane.dataplane.port.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.SlotClass;
import io.isolane.dataplane.linux.Awaited;
import io.isolane.dataplane.linux.Capture;
import io.isolane.dataplane.linux.Frames;
import io.isolane.dataplane.linux.PacketSocket;
import io.isolane.dataplane.linux.TestNamespace;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.PortStatus.State;
import io.isolane.dataplane.port.kernel.RawSender;
import io.isolane.dataplane.port.kernel.TestWorker;
import io.isolane.dataplane.port.offload.VirtioNetHeader;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketPortTest {
    @AutoClose
    private TestNamespace host;

    @AutoClose
    private TestNamespace lan;

    @AutoClose
    private TestWorker worker;

    @BeforeEach
    void connectNamespaces() {
        host = TestNamespace.create("tcpdump");
        lan = TestNamespace.create();
        host.connect("wire", lan, "wire");
        worker = new TestWorker();
    }

    @Test
    void shouldSendFramesByteForByteAndTheirTagsWhereTheyBelong() throws Exception {
        byte[] plain = Frames.broadcast(60);
        try (PacketPort port = open(host);
                Capture capture = Capture.start(lan, "wire", 2)) {
            long tagged = Descriptor.withTag(worker.frame(plain), 0xa064);
            assertThat(worker.transmit(port, worker.frame(plain), tagged)).isEqualTo(2);
            assertThat(capture.frames()).containsExactly(plain, Frames.tagged("8100" + "a064", 60));
        }
    }

    @Test
    void shouldSendMoreThanOneBatch() throws Exception {
        try (PacketPort port = open(host);
                Capture capture = Capture.start(lan, "wire", 150)) {
            long[] frames = IntStream.range(0, 150)
                    .mapToLong(i -> worker.frame(Frames.broadcast(i)))
                    .toArray();
            assertThat(worker.transmit(port, frames)).isEqualTo(150);
            assertThat(capture.frames())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 150).mapToObj(Frames::broadcast).toList());
        }
    }

    @Test
    void shouldReceiveMoreThanOneBatchInOrder() throws IOException {
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            IntStream.range(0, 100).forEach(i -> sender.send(Frames.broadcast(i)));
            List<Long> frames = worker.receive(port, 100);
            assertThat(frames.stream().map(worker::consume))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(Frames::broadcast).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8100" + "a064",
                "8100" + "0000",
                "88a8" + "0fff",
                "9100" + "3005",
                "88a8" + "0064" + "8100" + "2065",
                "8100" + "0064" + "8100" + "2065"
            })
    void shouldReceiveTagsAsTheyWereOnTheWire(String tags) throws IOException {
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            sender.send(Frames.tagged(tags, 80));
            long frame = worker.receive(port, 1).getFirst();
            assertThat(Descriptor.isShifted(frame))
                    .as("room for the tag to be taken out")
                    .isFalse();
            assertThat(worker.consume(frame)).isEqualTo(Frames.tagged(tags, 80));
        }
    }

    @Test
    void shouldReceiveEveryLengthIntoTheSlotThatFits() throws IOException {
        host.run("ip", "link", "set", "wire", "mtu", "9000");
        lan.run("ip", "link", "set", "wire", "mtu", "9000");
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            for (int payload : new int[] {0, 28, 1500, 1585, 1586, 1587, 4000, 9000}) {
                sender.send(Frames.broadcast(payload));
                long frame = worker.receive(port, 1).getFirst();
                assertThat(worker.memory().capacity(frame))
                        .isEqualTo(SlotClass.of(14 + payload).capacity());
                assertThat(worker.consume(frame)).isEqualTo(Frames.broadcast(payload));
            }
        }
    }

    @Test
    void shouldDropOnlyLongFramesWhileNoLargeSlotIsFree() throws IOException {
        host.run("ip", "link", "set", "wire", "mtu", "9000");
        lan.run("ip", "link", "set", "wire", "mtu", "9000");
        try (TestWorker poor = new TestWorker(64, 0);
                PacketPort port = poor.open(create(host));
                RawSender sender = sender()) {
            sender.send(Frames.broadcast(5000), Frames.broadcast(50));
            assertThat(poor.consume(poor.receive(port, 1).getFirst())).isEqualTo(Frames.broadcast(50));
            assertThat(poor.counters().drops(DropReason.POOL_EMPTY)).isEqualTo(1);
        }
    }

    @Test
    void shouldKeepAPendingChecksumWhereItIsBehindATagPutBack() throws IOException {
        byte[] datagram = datagram("8100" + "0064");
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            sender.sendWith(checksumHeader(18 + 20, 6), datagram);
            long frame = worker.receive(port, 1).getFirst();
            assertThat(Descriptor.isOffload(frame)).isTrue();
            long header = worker.memory().virtioHeaderAddress(frame);
            assertThat(VirtioNetHeader.checksumStart(header)).isEqualTo(18 + 20);
            assertThat(VirtioNetHeader.checksumOffset(header)).isEqualTo(6);
            assertThat(worker.consume(frame)).isEqualTo(datagram);
        }
    }

    @Test
    void shouldSendAPendingChecksumWhereItIsBehindATagWritten() throws IOException {
        try (PacketPort port = open(host);
                PacketPort other = open(lan)) {
            long frame = Descriptor.withTag(worker.frame(datagram("")), 100) | Descriptor.OFFLOAD;
            VirtioNetHeader.write(
                    worker.memory().virtioHeaderAddress(frame), VirtioNetHeader.NEEDS_CHECKSUM, 0, 0, 0, 14 + 20, 6);
            assertThat(worker.transmit(port, frame)).isEqualTo(1);
            long arrived = worker.receive(other, 1).getFirst();
            assertThat(Descriptor.isOffload(arrived)).isTrue();
            assertThat(VirtioNetHeader.checksumStart(worker.memory().virtioHeaderAddress(arrived)))
                    .isEqualTo(18 + 20);
            assertThat(worker.consume(arrived)).isEqualTo(datagram("8100" + "0064"));
        }
    }

    @Test
    void shouldDropAFrameWhoseVirtioHeaderWouldDamageIt() throws IOException {
        byte[] arp = HexFormat.of()
                .parseHex("ffffffffffff" + "020000000001" + "0806" + "0001080006040001" + "020000000001" + "0a090001"
                        + "000000000000" + "0a090002");
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            sender.sendWith(checksumHeader(22, 6), arp);
            sender.send(arp);
            assertThat(worker.consume(worker.receive(port, 1).getFirst())).isEqualTo(arp);
            assertThat(worker.counters().drops(DropReason.BAD_OFFLOAD)).isEqualTo(1);
        }
    }

    @Test
    void shouldDropOnlyTheFramesThatTheKernelRefuses() throws Exception {
        try (PacketPort port = open(host);
                Capture capture = Capture.start(lan, "wire", 2)) {
            assertThat(worker.transmit(
                            port,
                            worker.frame(new byte[13]),
                            worker.frame(Frames.broadcast(1)),
                            worker.frame(Frames.broadcast(1501)),
                            worker.frame(Frames.broadcast(2))))
                    .isEqualTo(4);
            assertThat(capture.frames()).containsExactly(Frames.broadcast(1), Frames.broadcast(2));
            assertThat(worker.counters().drops(DropReason.TX_REFUSED)).isEqualTo(2);
        }
    }

    @Test
    void shouldBeDownWhileItsInterfaceIsAndComeBack() throws IOException {
        try (PacketPort port = open(host);
                RawSender sender = sender()) {
            host.run("ip", "link", "set", "wire", "down");
            assertThat(port.receive(new long[1], 1)).isZero();
            assertThat(port.status())
                    .isEqualTo(PortStatus.linkDown(
                            "the interface wire in namespace " + host.name() + " is down or has no carrier"));
            host.run("ip", "link", "set", "wire", "up");
            awaitState(port, State.UP);
            sender.send(Frames.broadcast(3));
            assertThat(worker.consume(worker.receive(port, 1).getFirst())).isEqualTo(Frames.broadcast(3));
        }
    }

    @Test
    void shouldBeDownWithoutACarrier() throws IOException {
        try (PacketPort port = open(host)) {
            lan.run("ip", "link", "set", "wire", "down");
            awaitState(port, State.LINK_DOWN);
        }
    }

    @Test
    void shouldFailWithAReasonWhenItsInterfaceIsDeleted() throws IOException {
        try (PacketPort port = open(host)) {
            lan.run("ip", "link", "delete", "wire");
            assertThat(port.receive(new long[1], 1)).isZero();
            assertFailed(port);
        }
    }

    @Test
    void shouldFailWithAReasonWhenItSendsToADeletedInterface() throws IOException {
        try (PacketPort port = open(host)) {
            lan.run("ip", "link", "delete", "wire");
            assertThat(worker.transmit(port, worker.frame(Frames.broadcast(1)))).isZero();
            assertFailed(port);
        }
    }

    private PacketPort open(TestNamespace namespace) throws IOException {
        return worker.open(create(namespace));
    }

    private static PacketPort create(TestNamespace namespace) throws IOException {
        return PacketPort.create("uplink", PacketConfig.of("wire").withNamespace(namespace.name()));
    }

    private RawSender sender() throws IOException {
        return new RawSender(PacketSocket.open("wire", lan.name(), 1 << 20));
    }

    private void assertFailed(Port port) {
        assertThat(port.status())
                .isEqualTo(PortStatus.failed("the interface wire in namespace " + host.name()
                        + " was deleted or moved to another namespace"));
        assertThat(port.readyDescriptor()).isEqualTo(Port.NO_DESCRIPTOR);
        assertThat(worker.transmit(port, worker.frame(Frames.broadcast(1)))).isZero();
    }

    private static void awaitState(Port port, State state) {
        Awaited.that("the port is " + state, () -> {
            port.receive(new long[1], 0);
            return port.status().state() == state;
        });
    }

    /** A UDP datagram of 8 bytes over IPv4 whose checksum is not filled in. */
    private static byte[] datagram(String tag) {
        return HexFormat.of()
                .parseHex("02000000000b" + "02000000000a" + tag + "0800"
                        + "45000024000040004011" + "26b6" + "0a090001" + "0a090002"
                        + "13891389" + "0010" + "1c37" + "6f66666c6f616421");
    }

    private static byte[] checksumHeader(int start, int offset) {
        return new byte[] {VirtioNetHeader.NEEDS_CHECKSUM, 0, 0, 0, 0, 0, (byte) start, 0, (byte) offset, 0, 0, 0};
    }
}
