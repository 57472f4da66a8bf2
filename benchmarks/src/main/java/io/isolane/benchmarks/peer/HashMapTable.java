package io.isolane.benchmarks.peer;

import java.util.HashMap;
import java.util.Map;

/** Address objects in a {@link HashMap}, as in the learning switches of Java controllers and simulators. Confined to its thread. */
final class HashMapTable implements StationTable {
    private record Station(long address) {}

    private final Map<Station, Integer> ports = new HashMap<>();

    @Override
    public void learn(long station, int port) {
        ports.put(new Station(station), port);
    }

    @Override
    public int find(long station) {
        return ports.getOrDefault(new Station(station), UNKNOWN);
    }
}
