package io.isolane.benchmarks.stress;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import io.isolane.core.table.TableLimits;
import java.util.SplittableRandom;

/** Small tables whose hash has always the same seed, and two stations that claim the same slot in them. */
final class Stations {
    static final long FIRST = 1;

    /** The probe for this station begins in the slot of {@link #FIRST}. */
    static final long RIVAL = rivalOf(FIRST);

    private static final int PORTS = 4;

    private Stations() {}

    static MacTable table(int capacity) {
        return new MacTable(RoundArena.INSTANCE, capacity, PORTS, new SplittableRandom(1));
    }

    /** A table in which a station may move {@code moves} times a minute. */
    static MacTable restrictedTable(int capacity, int moves) {
        TableLimits limits = new TableLimits(capacity, Overflow.EVICT, new MoveLimit(moves, 60_000));
        return new MacTable(RoundArena.INSTANCE, limits, PORTS, new SplittableRandom(1));
    }

    /** Live entries, or -1 if the table's counts of learnt stations say otherwise. */
    static int counted(MacTable table) {
        int[] seen = new int[1];
        table.forEach((fid, mac, port, isStatic) -> seen[0] += isStatic ? 0 : 1);
        int perPort = 0;
        for (int port = 0; port < PORTS; port++) {
            perPort += table.stations(port);
        }
        return perPort == seen[0] && table.learnt() == seen[0] ? seen[0] : -1;
    }

    private static long rivalOf(long key) {
        long rival = key + 1;
        while (home(rival) != home(key)) {
            rival++;
        }
        return rival;
    }

    /** Where {@code key} stands among all slots, if it came first and others fill the rest. */
    private static int home(long key) {
        MacTable table = table(1);
        table.putStatic(key, 1);
        for (long filler = 1; filler < table.slotCount(); filler++) {
            table.putStatic(key + (filler << 32), 0);
        }
        int[] visited = new int[2];
        table.forEach((fid, mac, port, isStatic) -> {
            if (port == 1) {
                visited[1] = visited[0];
            }
            visited[0]++;
        });
        return visited[1];
    }
}
