package io.isolane.benchmarks;

import io.isolane.core.table.MacTable;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2LongHashMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to forget stations that fell silent? {@code sweep}: look at a station that is not old yet. {@code comeAndGo}: learn a
 * station that is heard once and forget it when its time is over, while about half of {@link #addresses} others wait for theirs. Beside the
 * table: maps from station to when it was heard, swept the same way, and one in order of arrival, whose oldest entry is at hand but which
 * could not be told that a station spoke again without moving it. Time per station.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class MacTableAgeingBenchmark {
    private static final int STATIONS = 256;
    /** Slots that hold so many stations on average. */
    private static final int SLOTS = 4 * STATIONS;

    private static final int PORTS = 64;
    /** Milliseconds between two slices: more than the table's stamps lag behind. */
    private static final int TICK = 2000;

    private static final int MAX_AGE = 1;
    private static final int NEVER = 1 << 30;

    /** A power of two. */
    @Param({"4096", "1048576"})
    private int addresses;

    private final Arena arena = Arena.ofShared();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<Long, Long> javaMap = new HashMap<>();
    private final LinkedHashMap<Long, Long> inOrder = new LinkedHashMap<>();
    private final Long2LongHashMap agronaMap = new Long2LongHashMap(-1);
    private MacTable full = new MacTable(arena, 1, 1, random);
    private MacTable busy = new MacTable(arena, 1, 1, random);
    private Iterator<Map.Entry<Long, Long>> javaHand = javaMap.entrySet().iterator();
    private Long2LongHashMap.EntryIterator agronaHand = agronaMap.entrySet().iterator();
    private int now;

    @Setup
    public void fill() {
        full = new MacTable(arena, addresses, PORTS, random);
        busy = new MacTable(arena, addresses, PORTS, random);
        for (int i = 0; i < addresses; i++) {
            long station = unheard();
            full.learn(station, i & PORTS - 1, 0);
            javaMap.put(station, 0L);
            agronaMap.put(station, 0L);
        }
        javaHand = javaMap.entrySet().iterator();
        agronaHand = agronaMap.entrySet().iterator();
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(STATIONS)
    public int sweep() {
        return full.expire(TICK, NEVER, SLOTS);
    }

    @Benchmark
    @OperationsPerInvocation(STATIONS)
    public int javaMapSweep() {
        int old = 0;
        for (int i = 0; i < STATIONS; i++) {
            if (!javaHand.hasNext()) {
                javaHand = javaMap.entrySet().iterator();
            }
            old += TICK - javaHand.next().getValue() >= NEVER ? 1 : 0;
        }
        return old;
    }

    @Benchmark
    @OperationsPerInvocation(STATIONS)
    public int agronaMapSweep() {
        int old = 0;
        for (int i = 0; i < STATIONS; i++) {
            if (!agronaHand.hasNext()) {
                agronaHand = agronaMap.entrySet().iterator();
            }
            agronaHand.next();
            old += TICK - agronaHand.getLongValue() >= NEVER ? 1 : 0;
        }
        return old;
    }

    /** A slice visits each slot once in {@code addresses / STATIONS} calls. */
    @Benchmark
    @OperationsPerInvocation(STATIONS)
    public int comeAndGo() {
        now += TICK;
        for (int i = 0; i < STATIONS; i++) {
            busy.learn(unheard(), i & PORTS - 1, now);
        }
        return busy.expire(now, MAX_AGE, SLOTS);
    }

    @Benchmark
    @OperationsPerInvocation(STATIONS)
    public int javaMapComeAndGo() {
        now += TICK;
        for (int i = 0; i < STATIONS; i++) {
            inOrder.put(unheard(), (long) now);
            if (inOrder.size() > addresses / 2) {
                inOrder.pollFirstEntry();
            }
        }
        return inOrder.size();
    }

    private long unheard() {
        return MacTable.key(1, random.nextLong() >>> 24 | 1);
    }
}
