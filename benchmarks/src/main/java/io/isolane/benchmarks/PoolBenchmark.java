package io.isolane.benchmarks;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
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
 * What does a place for a frame cost, allocated and freed? Beside the pool: the C library's malloc with zeroing through an arena,
 * and the heap, which pays later in collections. Time per frame.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class PoolBenchmark {
    private static final int LENGTH = 1514;
    private static final int BATCH = 256;
    /** More than a cache holds. */
    private static final int FLOOD = 1024;

    private final Arena arena = Arena.ofShared();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, 4 * FLOOD, 1));
    private final FrameCache cache = pool.newCache();
    private final FrameCache other = pool.newCache();
    private final long[] frames = new long[FLOOD];

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    public void frame() {
        cache.free(cache.allocate(LENGTH));
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void batch() {
        for (int i = 0; i < BATCH; i++) {
            frames[i] = cache.allocate(LENGTH);
        }
        cache.free(frames, 0, BATCH);
    }

    /** Allocated by one cache, freed into another: every slot goes through the depot. */
    @Benchmark
    @OperationsPerInvocation(FLOOD)
    public void throughTheDepot() {
        for (int i = 0; i < FLOOD; i++) {
            frames[i] = cache.allocate(LENGTH);
        }
        other.free(frames, 0, FLOOD);
    }

    @Benchmark
    public long mallocAndZero() {
        try (Arena each = Arena.ofConfined()) {
            return each.allocate(LENGTH).address();
        }
    }

    @Benchmark
    public ByteBuffer heap() {
        return ByteBuffer.allocate(LENGTH);
    }
}
