package io.isolane.tools.bench.scaling;

import io.isolane.tools.bench.machine.Machine;
import java.util.List;

/**
 * All that a run found; the names of the components are the keys of the JSON file. Immutable.
 *
 * @param schema {@link #SCHEMA}; it grows when a key changes its name or its meaning
 * @param machine what it ran on
 * @param cores the two that workers were kept on
 * @param pinned whether they could be kept there
 * @param windowSeconds length of each measurement
 * @param turns in their order
 * @param model what follows from them
 */
record ScalingReport(
        int schema,
        Machine machine,
        CorePair cores,
        boolean pinned,
        double windowSeconds,
        List<Turn> turns,
        CostModel model) {
    static final int SCHEMA = 1;

    ScalingReport {
        turns = List.copyOf(turns);
    }
}
