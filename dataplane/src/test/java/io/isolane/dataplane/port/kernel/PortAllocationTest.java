package io.isolane.dataplane.port.kernel;

import com.sun.management.ThreadMXBean;
import io.isolane.dataplane.linux.Awaited;
import io.isolane.dataplane.linux.Frames;
import io.isolane.dataplane.linux.TestNamespace;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Frames that go through devices must leave nothing for the garbage collector once the code is compiled. */
final class PortAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] frames = new long[1];

    @Test
    void shouldMoveFramesOverAVethWithoutGarbage() throws Exception {
        try (TestNamespace left = TestNamespace.create();
                TestNamespace right = TestNamespace.create();
                TestWorker worker = new TestWorker()) {
            left.connect("wire", right, "wire");
            try (Port here = worker.open(packet("wire", left));
                    Port there = worker.open(packet("wire", right))) {
                assertNoGarbage(worker, here, there);
            }
        }
    }

    @Test
    void shouldMoveFramesIntoATapWithoutGarbage() throws Exception {
        try (TestNamespace namespace = TestNamespace.createWithTap();
                TestWorker worker = new TestWorker();
                Port tap =
                        worker.open(TapPort.create("tap", TapConfig.of("tap0").withNamespace(namespace.name())));
                Port listener = worker.open(packet("tap0", namespace))) {
            assertNoGarbage(worker, tap, listener);
        }
    }

    @Test
    void shouldMoveFramesOutOfATapWithoutGarbage() throws Exception {
        try (TestNamespace namespace = TestNamespace.createWithTap();
                TestWorker worker = new TestWorker();
                Port tap =
                        worker.open(TapPort.create("tap", TapConfig.of("tap0").withNamespace(namespace.name())));
                Port sender = worker.open(packet("tap0", namespace))) {
            assertNoGarbage(worker, sender, tap);
        }
    }

    private void assertNoGarbage(TestWorker worker, Port from, Port to) {
        byte[] plain = Frames.broadcast(50);
        Awaited.that("rounds without garbage", () -> bytesOfRounds(worker, from, to, plain) < ROUNDS);
    }

    private long bytesOfRounds(TestWorker worker, Port from, Port to, byte[] plain) {
        frames[0] = worker.frame(plain);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            pass(from, to);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        worker.consume(frames[0]);
        return allocated;
    }

    private static Port packet(String device, TestNamespace namespace) throws IOException {
        return PacketPort.create(device, PacketConfig.of(device).withNamespace(namespace.name()));
    }

    /** Sends the one frame and takes it where it arrives. */
    private void pass(Port from, Port to) {
        int sent = from.transmit(frames, 1);
        long start = System.nanoTime();
        while (sent == 1 && System.nanoTime() - start < PATIENCE_NANOS) {
            if (to.receive(frames, 1) == 1) {
                return;
            }
        }
        throw new AssertionError("the frame was lost");
    }
}
