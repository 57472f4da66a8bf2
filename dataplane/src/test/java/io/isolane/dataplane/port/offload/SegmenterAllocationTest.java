package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.dataplane.port.Slots;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SegmenterAllocationTest {
    private static final int ROUNDS = 20_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<LinuxSegments> cases() {
        return LinuxSegments.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldFinishFramesWithoutGarbage(LinuxSegments source) {
        byte[] header = source.virtioHeader();
        byte[] frame = source.frame();
        try (Slots slots = new Slots()) {
            Segmenter segmenter = new Segmenter(slots.memory);
            long[] out = new long[64];
            finish(slots, segmenter, header, frame, out);

            long before = THREADS.getCurrentThreadAllocatedBytes();
            finish(slots, segmenter, header, frame, out);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertThat(bytes / (double) ROUNDS).isLessThan(0.5);
        }
    }

    private static void finish(Slots slots, Segmenter segmenter, byte[] header, byte[] frame, long[] out) {
        for (int i = 0; i < ROUNDS; i++) {
            int made = segmenter.segment(slots.cache, slots.offloaded(header, frame), out, out.length);
            slots.cache.free(out, 0, made);
        }
    }
}
