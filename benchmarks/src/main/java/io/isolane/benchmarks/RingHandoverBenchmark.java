package io.isolane.benchmarks;

import io.isolane.core.ring.SpscRing;
import java.lang.foreign.Arena;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many descriptors pass from one core to another? The counter {@code passed} is the answer. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class RingHandoverBenchmark {
    private static final int CAPACITY = 1024;

    @Benchmark
    @Group("ring")
    public int offer(Ring ring, Batch batch) {
        return ring.ring.offer(batch.items, 0, batch.items.length);
    }

    @Benchmark
    @Group("ring")
    public void poll(Ring ring, Batch batch, Passed passed) {
        passed.passed += ring.ring.poll(batch.items, batch.items.length);
    }

    @Benchmark
    @Group("jctoolsQueueOfObjects")
    public int offerObjects(ObjectQueue queue, Batch batch) {
        int accepted = 0;
        while (accepted < batch.items.length && queue.queue.offer(ObjectQueue.ITEM)) {
            accepted++;
        }
        return accepted;
    }

    @Benchmark
    @Group("jctoolsQueueOfObjects")
    public void pollObjects(ObjectQueue queue, Batch batch, Passed passed) {
        int taken = 0;
        while (taken < batch.items.length && queue.queue.poll() != null) {
            taken++;
        }
        passed.passed += taken;
    }

    @State(Scope.Group)
    public static class Ring {
        private final Arena arena = Arena.ofShared();
        private final SpscRing ring = new SpscRing(arena, CAPACITY);

        @TearDown
        public void free() {
            arena.close();
        }
    }

    @State(Scope.Group)
    public static class ObjectQueue {
        private static final Long ITEM = 1L << 40;

        private final Queue<Long> queue = new SpscVarHandleArrayQueue<>(CAPACITY);
    }

    @State(Scope.Thread)
    public static class Batch {
        @Param({"1", "32", "256"})
        int batch;

        private long[] items = {};

        @Setup
        public void allocate() {
            items = new long[batch];
        }
    }

    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Passed {
        public long passed;
    }
}
