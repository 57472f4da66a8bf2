package io.isolane.benchmarks;

import io.isolane.core.ring.SpscRing;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
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
        jvmArgsAppend = {
            "--enable-native-access=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-XX:+UseSerialGC"
        })
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
    @Group("agronaRingBuffer")
    public int writeMessages(AgronaRing ring, Batch batch) {
        int accepted = 0;
        for (long item : batch.items) {
            int index = ring.ring.tryClaim(AgronaRing.DESCRIPTOR_MESSAGE, Long.BYTES);
            if (index < 0) {
                break;
            }
            ring.ring.buffer().putLong(index, item);
            ring.ring.commit(index);
            accepted++;
        }
        return accepted;
    }

    @Benchmark
    @Group("agronaRingBuffer")
    public void readMessages(AgronaRing ring, Batch batch, Passed passed) {
        passed.passed += ring.ring.read(
                (type, buffer, index, length) -> batch.items[0] = buffer.getLong(index), batch.items.length);
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
    public static class AgronaRing {
        private static final int DESCRIPTOR_MESSAGE = 1;

        private final OneToOneRingBuffer ring = new OneToOneRingBuffer(new UnsafeBuffer(
                ByteBuffer.allocateDirect(2 * Long.BYTES * CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));
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
