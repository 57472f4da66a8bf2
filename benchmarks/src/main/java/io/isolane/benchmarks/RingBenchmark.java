package io.isolane.benchmarks;

import io.isolane.core.ring.SpscRing;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to put a descriptor into a ring and take it out again, on one core? Bursts of {@link #BURST}; time per
 * descriptor. The queues of objects carry boxed descriptors that exist already.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--enable-native-access=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-XX:+UseSerialGC"
        })
@State(Scope.Thread)
public class RingBenchmark {
    private static final int BURST = 32;
    private static final int CAPACITY = 1024;
    private static final int DESCRIPTOR_MESSAGE = 1;

    private final Arena arena = Arena.ofShared();
    private final SpscRing ring = new SpscRing(arena, CAPACITY);
    private final long[] batch = new long[BURST];
    private final Long[] boxed = new Long[BURST];
    private final OneToOneRingBuffer agronaRing = new OneToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(16 * CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));
    private final UnsafeBuffer message = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
    private final Queue<Long> agronaQueue = new OneToOneConcurrentArrayQueue<>(CAPACITY);
    private final Queue<Long> jctoolsQueue = new SpscVarHandleArrayQueue<>(CAPACITY);

    public RingBenchmark() {
        for (int i = 0; i < BURST; i++) {
            batch[i] = 1L << 40 | i;
            boxed[i] = batch[i];
        }
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public int batches() {
        return ring.offer(batch, 0, BURST) + ring.poll(batch, BURST);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public int oneByOneIntoBatches() {
        int offered = 0;
        for (long item : batch) {
            offered += ring.offer(item) ? 1 : 0;
        }
        return offered + ring.poll(batch, BURST);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public int agronaRingBuffer() {
        for (long item : batch) {
            message.putLong(0, item);
            agronaRing.write(DESCRIPTOR_MESSAGE, message, 0, Long.BYTES);
        }
        return agronaRing.read((type, buffer, index, length) -> batch[0] = buffer.getLong(index), BURST);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public long agronaQueueOfObjects() {
        return through(agronaQueue);
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public long jctoolsQueueOfObjects() {
        return through(jctoolsQueue);
    }

    private long through(Queue<Long> queue) {
        for (Long item : boxed) {
            queue.offer(item);
        }
        long sum = 0;
        for (Long item = queue.poll(); item != null; item = queue.poll()) {
            sum += item;
        }
        return sum;
    }
}
