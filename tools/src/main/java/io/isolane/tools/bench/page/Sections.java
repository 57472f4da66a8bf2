package io.isolane.tools.bench.page;

import java.util.List;
import java.util.stream.Stream;

/** The parts of a report, in their order, without those that there is nothing for. Stateless. */
final class Sections {
    private Sections() {}

    static List<Section> of(Evidence evidence) {
        return Stream.of(
                        Section.ofFigures(
                                "throughput",
                                "Throughput",
                                "What the devices forward, by length of the frames. Whiskers are the bounds between which the"
                                        + " search ended; where there are none, it is a single figure.",
                                ThroughputCharts.of(evidence)),
                        Section.ofFigures(
                                "latency",
                                "Latency",
                                "Every frame counts, timed from the moment it was due, so that a tester that is held up does not"
                                        + " hide what it held up. Each nine has as much room as the one before. The grey lines are"
                                        + " the machine's own jitter in the same trials, and the tester without a device.",
                                LatencyCharts.of(evidence)),
                        Section.ofFigures(
                                "loss",
                                "Frame loss",
                                "The share of the frames that did not arrive, over the load.",
                                LoadCharts.ofLoss(evidence)),
                        Section.ofFigures(
                                "forwarding",
                                "Forwarding over the load",
                                "What still arrives when more is offered than the device can take.",
                                LoadCharts.ofRate(evidence)),
                        Section.ofFigures(
                                "cost",
                                "Cost of addresses",
                                "What a frame costs as the stations become more: the time from frame to frame at the rate"
                                        + " that was found.",
                                CostCharts.of(evidence)),
                        Section.ofFigures(
                                "search",
                                "Searches",
                                "How each rate was found: the load of every trial, and the bounds of what was searched as they"
                                        + " closed in.",
                                SearchCharts.of(evidence)),
                        Section.ofTables("figures", "All figures", "", ResultTables.of(evidence)),
                        Section.ofTables(
                                "tester",
                                "Tester and machine",
                                "No figure above is better than these: the tester's own ceiling and its share of each latency,"
                                        + " and how late the machine ran the threads.",
                                List.of(TesterTables.selfTests(evidence), TesterTables.jitter(evidence))),
                        Section.ofTables(
                                "configuration", "Configuration", "", List.of(ConfigurationTable.of(evidence))))
                .filter(section -> !section.isEmpty())
                .toList();
    }
}
