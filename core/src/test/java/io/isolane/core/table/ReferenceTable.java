package io.isolane.core.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What a MAC table should do, said with a map: every rule in its plainest words. */
final class ReferenceTable {
    private final Map<Long, Station> stations = new LinkedHashMap<>();
    private final int capacity;
    private final int ports;
    private final int[] limits;

    ReferenceTable(int capacity, int ports) {
        this.capacity = capacity;
        this.ports = ports;
        this.limits = new int[ports];
        Arrays.fill(limits, Integer.MAX_VALUE);
    }

    int lookup(long key) {
        Station station = stations.get(key);
        return station == null || station.isVoid ? MacTable.UNKNOWN : station.port;
    }

    int learn(long key, int port, int now) {
        Station station = stations.get(key);
        if (station != null && station.isVoid) {
            stations.remove(key);
            station = null;
        }
        if (station == null) {
            return learnNew(key, port, now);
        }
        if (station.isStatic) {
            return station.port == port ? LearnResult.KNOWN : LearnResult.STATIC_ELSEWHERE;
        }
        if (station.port == port) {
            stations.put(key, heard(port, now));
            return LearnResult.KNOWN;
        }
        if (count(port) >= limits[port]) {
            return LearnResult.NO_ROOM;
        }
        stations.put(key, heard(port, now));
        return LearnResult.MOVED;
    }

    private int learnNew(long key, int port, int now) {
        if (count(port) >= limits[port]) {
            return LearnResult.NO_ROOM;
        }
        if (learnt() >= capacity) {
            makeRoom(port, now);
        }
        stations.put(key, heard(port, now));
        return LearnResult.LEARNT;
    }

    private void makeRoom(int newcomer, int now) {
        int most = IntStream.range(0, ports).map(this::count).max().orElseThrow();
        long oldest = stations.entrySet().stream()
                .filter(each -> !each.getValue().isStatic && count(each.getValue().port) == most)
                .filter(each -> count(newcomer) < most || each.getValue().port == newcomer)
                .min(Comparator.comparingInt(each -> each.getValue().stamp - now))
                .orElseThrow()
                .getKey();
        stations.remove(oldest);
    }

    /** Full, and which void station makes room is the table's own choice. */
    boolean mayChooseAmongVoid() {
        return learnt() >= capacity && stations.values().stream().anyMatch(Station::isVoid);
    }

    void putStatic(long key, int port) {
        stations.put(key, new Station(port, 0, true, false));
    }

    void remove(long key) {
        stations.remove(key);
    }

    void limit(int port, int limit) {
        limits[port] = limit;
    }

    void flush(int port) {
        stations.replaceAll((key, station) ->
                station.port == port && !station.isStatic ? new Station(port, station.stamp, false, true) : station);
    }

    int expire(int now, int maxAge) {
        int before = stations.size();
        stations.values()
                .removeIf(station -> !station.isStatic
                        && (station.isVoid || (maxAge != 0 && now - station.stamp >= maxAge + Entry.STAMP_LAG)));
        return before - stations.size();
    }

    int count(int port) {
        return (int) stations.values().stream()
                .filter(station -> station.port == port && !station.isStatic && !station.isVoid)
                .count();
    }

    int learnt() {
        return (int)
                stations.values().stream().filter(station -> !station.isStatic).count();
    }

    private static Station heard(int port, int now) {
        return new Station(port, now & -256, false, false);
    }

    /** Stamps go in steps of 256 ms. */
    private record Station(int port, int stamp, boolean isStatic, boolean isVoid) {}
}
