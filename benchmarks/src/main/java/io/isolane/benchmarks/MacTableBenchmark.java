package io.isolane.benchmarks;

import io.isolane.core.table.MacTable;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2LongHashMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the MAC table cost per frame, by the number of stations, addressed in random order? Beside it two maps that know
 * neither ports, ageing, fairness nor other threads.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class MacTableBenchmark {
    private static final int VLAN = 1;
    private static final int PORTS = 64;
    /** More than the time for which a stamp is left as it is. */
    private static final int LONG_AGO = 2000;

    @Benchmark
    public int lookup(Stations stations, Table table) {
        return table.table.lookup(stations.next());
    }

    @Benchmark
    public int learnKnown(Stations stations, Table table) {
        long key = stations.next();
        return table.table.learn(key, Stations.port(key), 0);
    }

    /** Each frame finds its station's stamp too old and writes it. */
    @Benchmark
    public int learnKnownAndRefresh(Stations stations, Table table) {
        long key = stations.next();
        table.now += LONG_AGO;
        return table.table.learn(key, Stations.port(key), table.now);
    }

    /** A flood of new stations into a full table: each costs another its place. */
    @Benchmark
    public int learnNewInFullTable(Stations stations, Table table) {
        return table.table.learn(stations.unheard(), 0, 0);
    }

    @Benchmark
    public long agronaMapGet(Stations stations, AgronaMap map) {
        return map.map.get(stations.next());
    }

    @Benchmark
    public long agronaMapPut(Stations stations, AgronaMap map) {
        long key = stations.next();
        return map.map.put(key, Stations.port(key));
    }

    @Benchmark
    public @Nullable Long javaMapGet(Stations stations, JavaMap map) {
        return map.map.get(stations.next());
    }

    @Benchmark
    public @Nullable Long javaMapPut(Stations stations, JavaMap map) {
        long key = stations.next();
        return map.map.put(key, (long) Stations.port(key));
    }

    /** The stations that speak, in an order without a pattern. */
    @State(Scope.Thread)
    public static class Stations {
        @Param({"256", "4096", "65536", "1048576"})
        int addresses;

        private final SplittableRandom random = new SplittableRandom(1);
        private long[] keys = {};
        private int position;

        @Setup
        public void draw() {
            keys = random.longs(addresses, 1, 1L << 40)
                    .map(mac -> MacTable.key(VLAN, mac))
                    .toArray();
        }

        long next() {
            return keys[position++ & keys.length - 1];
        }

        long unheard() {
            return MacTable.key(VLAN + 1, random.nextLong() >>> 24 | 1);
        }

        static int port(long key) {
            return (int) key & PORTS - 1;
        }
    }

    @State(Scope.Thread)
    public static class Table {
        private final Arena arena = Arena.ofShared();
        private MacTable table = new MacTable(arena, 1, PORTS, new SplittableRandom(2));
        private int now;

        /** For every iteration, since some leave other stations behind. */
        @Setup(Level.Iteration)
        public void learn(Stations stations) {
            table = new MacTable(arena, stations.addresses, PORTS, new SplittableRandom(2));
            now = 0;
            for (long key : stations.keys) {
                table.learn(key, Stations.port(key), now);
            }
        }

        @TearDown
        public void free() {
            arena.close();
        }
    }

    @State(Scope.Thread)
    public static class AgronaMap {
        private final Long2LongHashMap map = new Long2LongHashMap(MacTable.UNKNOWN);

        @Setup
        public void fill(Stations stations) {
            for (long key : stations.keys) {
                map.put(key, Stations.port(key));
            }
        }
    }

    @State(Scope.Thread)
    public static class JavaMap {
        private final Map<Long, Long> map = new HashMap<>();

        @Setup
        public void fill(Stations stations) {
            for (long key : stations.keys) {
                map.put(key, (long) Stations.port(key));
            }
        }
    }
}
