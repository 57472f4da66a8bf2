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
    private final Tenure[] tenures;
    private final int[] flushes;
    private final Map<Long, Wandering> wanderings = new LinkedHashMap<>();
    private final TableLimits rules;

    ReferenceTable(TableLimits rules, int ports) {
        this.rules = rules;
        this.capacity = rules.capacity();
        this.ports = ports;
        this.limits = new int[ports];
        this.tenures = new Tenure[ports];
        this.flushes = new int[ports];
        Arrays.fill(limits, Integer.MAX_VALUE);
        Arrays.fill(tenures, Tenure.AGEING);
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
        if (tenures[station.port] == Tenure.STICKY) {
            return LearnResult.HELD_ELSEWHERE;
        }
        Wandering before = wanderings.getOrDefault(key, Wandering.NONE);
        boolean isRecent =
                before.moves > 0 && now - before.since < rules.moves().window();
        if (isRecent && before.isPinned) {
            return LearnResult.PINNED_ELSEWHERE;
        }
        if (count(port) >= limits[port]) {
            return LearnResult.NO_ROOM;
        }
        if (isRecent && before.moves == rules.moves().moves()) {
            return pin(key, before, station, port, now);
        }
        if (!rules.moves().isNone()) {
            wanderings.put(key, isRecent ? before.further() : begin(station.port, now));
        }
        stations.put(key, heard(port, now));
        return LearnResult.MOVED;
    }

    private int pin(long key, Wandering before, Station station, int port, int now) {
        wanderings.put(key, new Wandering(now & -256, before.moves, before.home, before.flushes, true));
        int home = before.home;
        if (station.port == home || before.flushes != flushes[home] || count(home) >= limits[home]) {
            return LearnResult.PINNED_ELSEWHERE;
        }
        stations.put(key, heard(home, now));
        return home == port ? LearnResult.MOVED : LearnResult.PINNED_ELSEWHERE;
    }

    private Wandering begin(int home, int now) {
        return new Wandering(now & -256, 1, home, flushes[home], false);
    }

    private int learnNew(long key, int port, int now) {
        if (count(port) >= limits[port]) {
            return LearnResult.NO_ROOM;
        }
        if (learnt() >= capacity && !makesRoom(port, now)) {
            return LearnResult.NO_ROOM;
        }
        wanderings.remove(key);
        stations.put(key, heard(port, now));
        return LearnResult.LEARNT;
    }

    private boolean makesRoom(int newcomer, int now) {
        int most = IntStream.range(0, ports)
                .filter(port -> tenures[port] == Tenure.AGEING)
                .map(this::count)
                .max()
                .orElse(0);
        boolean paysItself = tenures[newcomer] == Tenure.AGEING && count(newcomer) == most;
        return rules.overflow() == Overflow.EVICT
                && stations.entrySet().stream()
                        .filter(each -> !each.getValue().isStatic
                                && tenures[each.getValue().port] == Tenure.AGEING
                                && count(each.getValue().port) == most)
                        .filter(each -> !paysItself || each.getValue().port == newcomer)
                        .min(Comparator.comparingInt(each -> each.getValue().stamp - now))
                        .map(each -> stations.remove(each.getKey()))
                        .isPresent();
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

    void tenure(int port, Tenure tenure) {
        tenures[port] = tenure;
    }

    void flush(int port) {
        flushes[port]++;
        stations.replaceAll((key, station) ->
                station.port == port && !station.isStatic ? new Station(port, station.stamp, false, true) : station);
    }

    int expire(int now, int maxAge) {
        int before = stations.size();
        stations.values()
                .removeIf(station -> !station.isStatic
                        && (station.isVoid
                                || (maxAge != 0
                                        && tenures[station.port] == Tenure.AGEING
                                        && now - station.stamp >= maxAge + Entry.STAMP_LAG)));
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

    /** Moves since a time, and where the station was before them. */
    private record Wandering(int since, int moves, int home, int flushes, boolean isPinned) {
        static final Wandering NONE = new Wandering(0, 0, 0, 0, false);

        Wandering further() {
            return new Wandering(since, moves + 1, home, flushes, false);
        }
    }

    /** Stamps go in steps of 256 ms. */
    private record Station(int port, int stamp, boolean isStatic, boolean isVoid) {}
}
