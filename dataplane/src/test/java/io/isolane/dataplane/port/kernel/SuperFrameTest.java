package io.isolane.dataplane.port.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.dataplane.linux.TestNamespace;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TCP between two namespaces through two ports, whose frames the test carries from one to the other. */
final class SuperFrameTest {
    private static final int MANY_SEGMENTS = 30_000;
    private static final String CLIENT = "10.9.0.1";
    private static final String SERVER = "10.9.0.2";

    @AutoClose
    private TestNamespace client;

    @AutoClose
    private TestNamespace server;

    @AutoClose
    private TestNamespace middle;

    @AutoClose
    private TestWorker worker;

    @BeforeEach
    void createNamespaces() {
        client = TestNamespace.createWithTap();
        server = TestNamespace.create();
        middle = TestNamespace.create();
        worker = new TestWorker(1024, 256);
    }

    @Test
    void shouldCarrySuperFramesWholeBetweenTaps() throws Exception {
        try (Port left = tap(client, CLIENT, true);
                Port right = tap(server, SERVER, true)) {
            assertThat(transfer(left, right)).isGreaterThan(MANY_SEGMENTS);
        }
    }

    @Test
    void shouldCarrySuperFramesWholeBetweenPacketPorts() throws Exception {
        try (Port left = packet(client, CLIENT, "left");
                Port right = packet(server, SERVER, "right")) {
            assertThat(transfer(left, right)).isGreaterThan(MANY_SEGMENTS);
        }
    }

    @Test
    void shouldCarrySuperFramesWholeFromATapToAPacketPort() throws Exception {
        try (Port left = tap(client, CLIENT, true);
                Port right = packet(server, SERVER, "right")) {
            assertThat(transfer(left, right)).isGreaterThan(MANY_SEGMENTS);
        }
    }

    @Test
    void shouldReceiveFinishedSegmentsFromATapWithoutOffload() throws Exception {
        try (Port left = tap(client, CLIENT, false);
                Port right = tap(server, SERVER, false)) {
            assertThat(transfer(left, right)).isEqualTo(1514);
        }
    }

    /** Carries a TCP transfer; the longest frame of it. */
    private int transfer(Port left, Port right) throws Exception {
        TcpTransfer transfer = TcpTransfer.start(server, SERVER, client);
        long[] frames = new long[64];
        int longest = 0;
        while (!transfer.isDone()) {
            longest = Math.max(longest, worker.forward(left, right, frames));
            worker.forward(right, left, frames);
        }
        assertThat(transfer.received()).isEqualTo(transfer.sent());
        assertThat(worker.counters().totalDrops()).isZero();
        return longest;
    }

    private Port tap(TestNamespace namespace, String address, boolean offload) throws IOException {
        Port port = TapPort.create(
                address, TapConfig.of("tap0").withNamespace(namespace.name()).withOffload(offload));
        namespace.run("ip", "address", "add", address + "/24", "dev", "tap0");
        return worker.open(port);
    }

    private Port packet(TestNamespace namespace, String address, String device) throws IOException {
        namespace.connect("eth0", middle, device);
        namespace.run("ip", "address", "add", address + "/24", "dev", "eth0");
        return worker.open(PacketPort.create(address, PacketConfig.of(device).withNamespace(middle.name())));
    }
}
