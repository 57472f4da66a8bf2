package io.isolane.tools.audit.verdict;

import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Observation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** One row of the matrix beside what was captured: a cell for each flow. Immutable. */
public record Finding(Expectation expectation, List<Cell> cells) {
    public Finding {
        cells = List.copyOf(cells);
    }

    /** Holds what was captured against what was to be expected. */
    public static Finding of(Expectation expectation, Observation observed) {
        boolean isDeaf = observed.own() == 0;
        List<Cell> cells = Arrays.stream(Flow.values())
                .map(flow -> new Cell(
                        flow,
                        expectation.hears(flow),
                        observed.sent().of(flow),
                        observed.heard().of(flow),
                        isDeaf))
                .toList();
        return new Finding(expectation, cells);
    }

    /** True if every cell is as the mode says. */
    public boolean isKept() {
        return cells.stream().allMatch(cell -> cell.verdict() == Cell.Verdict.KEPT);
    }

    /** The cells of these flows. */
    public List<Cell> cells(Collection<Flow> flows) {
        return cells.stream().filter(cell -> flows.contains(cell.flow())).toList();
    }
}
