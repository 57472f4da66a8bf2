package io.isolane.tools.bench.startup;

import io.isolane.tools.bench.machine.Machine;
import java.util.List;

/**
 * All that a run found; the names of the components are the keys of the JSON file. Immutable.
 *
 * @param schema {@link #SCHEMA}; it grows when a key changes its name or its meaning
 * @param machine what it ran on
 * @param ports of the switch
 * @param slots places for frames
 * @param addresses stations that all speak
 * @param watchedSeconds how long each switch was watched
 * @param starts in their order
 */
record StartupReport(
        int schema, Machine machine, int ports, int slots, int addresses, double watchedSeconds, List<Start> starts) {
    static final int SCHEMA = 1;

    StartupReport {
        starts = List.copyOf(starts);
    }
}
