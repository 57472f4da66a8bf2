package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.ring.SpscRing;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialRunAllocationTest {
    private static final List<Stream> STREAMS = List.of(
            Stream.of(0, 1, new AddressRange(0x02_00_00_00_01_00L, 50), new AddressRange(0x02_00_00_00_02_00L, 70)),
            Stream.of(1, List.of(0), AddressRange.of(0x02_00_00_00_02_00L), AddressRange.of(0x02_00_00_00_01_00L))
                    .withVid(10));
    private static final TesterConfig QUICK = TesterConfig.RFC_2544.withQuiet(Duration.ofNanos(50_000));

    @Test
    void shouldAllocateNothingFromTheFirstFrameToTheLast() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrialSpec spec = new TrialSpec(STREAMS, FrameMix.IMIX, 1_000_000, 50_000).withDrains(Map.of(0, 1e9));
        Tester tester = new Tester(QUICK, new StepClock(100), line());
        tester.prepare(spec, QUICK, true).move();
        TrialRun measured = tester.prepare(spec, QUICK, true);

        long before = threads.getCurrentThreadAllocatedBytes();
        measured.move();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(measured.receiver().latency().getTotalCount()).isEqualTo(50_000);
        assertThat(allocated).isLessThan(1_000);
    }

    private static Line line() {
        Arena arena = Arena.ofAuto();
        FramePool pool = new FramePool(FrameMemory.allocate(arena, 4096, 0));
        SpscRing there = new SpscRing(arena, 1024);
        SpscRing back = new SpscRing(arena, 1024);
        return new Line(pool.memory(), pool.newCache(), List.of(new End(there, back), new End(back, there)), 1500);
    }

    private record End(SpscRing out, SpscRing in) implements TestPort {
        @Override
        public int send(long[] frames, int count) {
            return out.offer(frames, 0, count);
        }

        @Override
        public int receive(long[] frames, int max) {
            return in.poll(frames, max);
        }
    }
}
