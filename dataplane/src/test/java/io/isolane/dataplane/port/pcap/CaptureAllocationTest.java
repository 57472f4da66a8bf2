package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Slots;
import io.isolane.dataplane.port.Wakeup;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replaying and capturing must leave nothing for the garbage collector once they are compiled. */
final class CaptureAllocationTest {
    private static final int FRAMES = 200_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path directory;

    @Test
    void shouldForwardFromFileToFileWithoutGarbage() throws IOException {
        CaptureBytes recorded = CaptureBytes.littleEndian().section().description(0);
        for (int i = 0; i < 5000; i++) {
            recorded.packet(0, i, new byte[64]);
        }
        try (Slots slots = new Slots();
                Arena arena = Arena.ofConfined();
                PcapPort port = PcapPort.create(
                        "vm1",
                        new ReplayConfig(recorded.in(directory), false, true),
                        CaptureConfig.of(directory.resolve("captured")))) {
            port.open(new PortContext(slots.memory, slots.cache, PortCounters.allocate(arena), Wakeup.none(), 1514));
            long[] batch = new long[64];
            forward(port, batch);

            long before = THREADS.getCurrentThreadAllocatedBytes();
            forward(port, batch);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertThat(bytes / (double) FRAMES).isLessThan(0.5);
        }
    }

    private static void forward(PcapPort port, long[] batch) {
        for (int forwarded = 0; forwarded < FRAMES; ) {
            forwarded += port.transmit(batch, port.receive(batch, batch.length));
        }
    }
}
