package io.isolane.dataplane.port.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.isolane.dataplane.port.kernel.RawSender;
import io.isolane.dataplane.port.kernel.TestWorker;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TapPortTest {
    @AutoClose
    private TestNamespace namespace;

    @AutoClose
    private TestWorker worker;

    @BeforeEach
    void createNamespace() {
        namespace = TestNamespace.createWithTap("tcpdump");
        worker = new TestWorker();
    }

    @Test
    void shouldSetTheDeviceUpAsAskedAndTakeItAway() throws IOException {
        TapConfig config = config().withMtu(9000).withMacAddress(0x0200_0000_00aaL);
        try (TapPort port = TapPort.create("guest", config)) {
            assertThat(port.name()).isEqualTo("guest");
            assertThat(port.status()).isEqualTo(PortStatus.UP);
            assertThat(namespace.run("ip", "-o", "link", "show", "tap0"))
                    .contains("mtu 9000", "02:00:00:00:00:aa", "LOWER_UP");
        }
        assertThat(namespace.run("ip", "-o", "link")).doesNotContain("tap0");
    }

    @Test
    void shouldLeaveNothingBehindWhenAnOptionIsRefused() {
        assertThatThrownBy(() -> TapPort.create("guest", config().withMtu(1_000_000)))
                .hasMessageContaining("cannot set the MTU 1000000 on tap0 in namespace " + namespace.name());
        assertThat(namespace.run("ip", "-o", "link")).doesNotContain("tap0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldWriteFramesByteForByteAndTheirTagsWhereTheyBelong(boolean offload) throws Exception {
        byte[] plain = Frames.broadcast(60);
        try (TapPort port = worker.open(TapPort.create("guest", config().withOffload(offload)));
                Capture capture = Capture.start(namespace, "tap0", 2)) {
            long untagged = worker.frame(plain);
            long tagged = Descriptor.withTag(worker.frame(plain), 0xa064);
            assertThat(worker.transmit(port, untagged, tagged)).isEqualTo(2);
            assertThat(capture.frames()).containsExactly(plain, Frames.tagged("8100" + "a064", 60));
        }
    }

    @Test
    void shouldWriteTheTpidItWasGiven() throws Exception {
        try (TapPort port = worker.open(TapPort.create("guest", config().withTpid(0x88a8)));
                Capture capture = Capture.start(namespace, "tap0", 1)) {
            worker.transmit(port, Descriptor.withTag(worker.frame(Frames.broadcast(60)), 7));
            assertThat(capture.frames()).containsExactly(Frames.tagged("88a8" + "0007", 60));
        }
    }

    @Test
    void shouldNotWriteToASharedFrame() throws IOException {
        byte[] plain = Frames.broadcast(60);
        try (TapPort port = worker.open(TapPort.create("guest", config()))) {
            long frame = worker.frame(plain) | Descriptor.SHARED;
            worker.memory().share(frame, 2);
            assertThat(worker.transmit(port, Descriptor.withTag(frame, 5))).isEqualTo(1);
            assertThat(worker.consume(frame)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReadEveryLengthIntoTheSlotThatFits(boolean offload) throws IOException {
        TapConfig config = config().withMtu(9000).withOffload(offload);
        try (TapPort port = worker.open(TapPort.create("guest", config));
                RawSender sender = new RawSender(PacketSocket.open("tap0", namespace.name(), 1 << 20))) {
            for (int payload : new int[] {0, 28, 1500, 1585, 1586, 1587, 4000, 9000}) {
                sender.send(Frames.broadcast(payload));
                long frame = worker.receive(port, 1).getFirst();
                assertThat(worker.memory().capacity(frame))
                        .isEqualTo(SlotClass.of(14 + payload).capacity());
                assertThat(Descriptor.isOffload(frame)).isFalse();
                assertThat(worker.consume(frame)).isEqualTo(Frames.broadcast(payload));
            }
        }
    }

    @Test
    void shouldReadTagsInTheBytes() throws IOException {
        try (TapPort port = worker.open(TapPort.create("guest", config()));
                RawSender sender = new RawSender(PacketSocket.open("tap0", namespace.name(), 1 << 20))) {
            byte[] tagged = Frames.tagged("8100" + "2005", 60);
            sender.send(tagged);
            long frame = worker.receive(port, 1).getFirst();
            assertThat(Descriptor.isShifted(frame))
                    .as("room for the tag to be taken out")
                    .isFalse();
            assertThat(worker.consume(frame)).isEqualTo(tagged);
        }
    }

    @Test
    void shouldDropOnlyLongFramesWhileNoLargeSlotIsFree() throws IOException {
        try (TestWorker poor = new TestWorker(64, 0);
                TapPort port = poor.open(TapPort.create("guest", config().withMtu(9000)));
                RawSender sender = new RawSender(PacketSocket.open("tap0", namespace.name(), 1 << 20))) {
            sender.send(Frames.broadcast(5000), Frames.broadcast(50));
            assertThat(poor.consume(poor.receive(port, 1).getFirst())).isEqualTo(Frames.broadcast(50));
            assertThat(poor.counters().drops(DropReason.POOL_EMPTY)).isEqualTo(1);
        }
    }

    @Test
    void shouldLeaveFramesInTheKernelWhileThePoolIsDry() throws IOException {
        try (TestWorker poor = new TestWorker(2, 0);
                TapPort port = poor.open(TapPort.create("guest", config()));
                RawSender sender = new RawSender(PacketSocket.open("tap0", namespace.name(), 1 << 20))) {
            sender.send(Frames.broadcast(1), Frames.broadcast(2), Frames.broadcast(3));
            List<Long> held = poor.receive(port, 2);
            assertThat(port.receive(new long[4], 4)).isZero();
            held.forEach(poor::consume);
            assertThat(poor.consume(poor.receive(port, 1).getFirst())).isEqualTo(Frames.broadcast(3));
            assertThat(poor.counters().totalDrops()).isZero();
        }
    }

    @Test
    void shouldFailWithAReasonWhenTheDeviceIsDeleted() throws IOException {
        try (TapPort port = worker.open(TapPort.create("guest", config()))) {
            namespace.run("ip", "link", "delete", "tap0");
            assertThat(port.receive(new long[1], 1)).isZero();
            assertFailed(port);
        }
    }

    @Test
    void shouldFailWithAReasonWhenADeletedDeviceIsWrittenTo() throws IOException {
        try (TapPort port = worker.open(TapPort.create("guest", config()))) {
            namespace.run("ip", "link", "delete", "tap0");
            assertThat(worker.transmit(port, worker.frame(Frames.broadcast(9)))).isZero();
            assertFailed(port);
        }
    }

    @Test
    void shouldBeDownWhileItsInterfaceIs() throws IOException {
        try (TapPort port = worker.open(TapPort.create("guest", config()))) {
            namespace.run("ip", "link", "set", "tap0", "down");
            assertThat(worker.transmit(port, worker.frame(Frames.broadcast(9)))).isZero();
            assertThat(port.status().state()).isEqualTo(PortStatus.State.LINK_DOWN);
            assertThat(port.status().reason())
                    .isEqualTo("the interface tap0 in namespace " + namespace.name() + " is down or has no carrier");
            namespace.run("ip", "link", "set", "tap0", "up");
            Awaited.that("the port comes back", () -> {
                port.receive(new long[1], 0);
                return port.status().equals(PortStatus.UP);
            });
            assertThat(worker.transmit(port, worker.frame(Frames.broadcast(9)))).isEqualTo(1);
        }
    }

    @Test
    void shouldDropOnlyTheFrameThatTheDeviceRefuses() throws Exception {
        try (TapPort port = worker.open(TapPort.create("guest", config()));
                Capture capture = Capture.start(namespace, "tap0", 2)) {
            assertThat(worker.transmit(
                            port,
                            worker.frame(Frames.broadcast(1)),
                            worker.frame(new byte[13]),
                            worker.frame(Frames.broadcast(2))))
                    .isEqualTo(3);
            assertThat(capture.frames()).containsExactly(Frames.broadcast(1), Frames.broadcast(2));
            assertThat(worker.counters().drops(DropReason.TX_REFUSED)).isEqualTo(1);
        }
    }

    private TapConfig config() {
        return TapConfig.of("tap0").withNamespace(namespace.name());
    }

    private void assertFailed(Port port) {
        assertThat(port.status())
                .isEqualTo(PortStatus.failed("the TAP device tap0 in namespace " + namespace.name() + " was deleted"));
        assertThat(port.readyDescriptor()).isEqualTo(Port.NO_DESCRIPTOR);
        assertThat(port.receive(new long[1], 1)).isZero();
        assertThat(worker.transmit(port, worker.frame(Frames.broadcast(9)))).isZero();
    }
}
