package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.contest.Outcome;
import io.isolane.tools.bench.peers.contest.Range;
import io.isolane.tools.bench.peers.contest.Reading;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.trial.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a work, as lines of a results file: for each switch a {@code result} with its {@code rate}, each {@code round} of it, and how
 * many times its rate ours are. Its configuration has the version and what was typed (RFC 8204, 3.3). Immutable.
 *
 * @param core that was measured
 * @param versions by the contender's id
 */
record PeerEntries(int core, Map<String, String> versions) {
    private static final String RATE = "frames/s";
    private static final String TIMES = "times";

    PeerEntries {
        versions = Map.copyOf(versions);
    }

    /** The lines of a work. */
    List<Entry> of(List<Outcome> outcomes) {
        List<Outcome> ours = outcomes.stream()
                .filter(outcome -> outcome.contender().isOurs())
                .toList();
        return outcomes.stream().map(outcome -> result(outcome, ours)).toList();
    }

    private Entry result(Outcome outcome, List<Outcome> ours) {
        Work work = outcome.work();
        return new Entry.Result(
                "peers/" + work.name(),
                device(outcome),
                work.frames().name(),
                2 * work.pairs(),
                1,
                values(outcome, ours),
                outcome.remarks(),
                null);
    }

    private Device device(Outcome outcome) {
        Contender contender = outcome.contender();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("version", versions.getOrDefault(contender.id(), "unknown"));
        known.put("core", Integer.toString(core));
        if (!outcome.readings().isEmpty()) {
            int last = outcome.readings().lastKey();
            Reading reading = outcome.readings().get(last);
            known.put("commands", reading == null ? "" : String.join("\n", reading.commands()));
        }
        return new Device(
                contender.id(),
                contender.isOurs() ? "learning" : "-",
                outcome.work().ports(),
                known);
    }

    private static List<Value> values(Outcome outcome, List<Outcome> ours) {
        List<Value> values = new ArrayList<>();
        outcome.rate().ifPresent(rate -> values.add(value("rate", RATE, rate)));
        outcome.readings()
                .forEach((round, reading) -> values.add(
                        new Value("round", Double.valueOf(round), RATE, reading.framesPerSecond(), null, null)));
        if (!outcome.contender().isOurs()) {
            for (Outcome each : ours) {
                each.rate()
                        .flatMap(any -> outcome.ratioOf(each))
                        .ifPresent(ratio -> values.add(value(each.contender().id(), TIMES, ratio)));
            }
        }
        return values;
    }

    private static Value value(String name, String unit, Range range) {
        return new Value(name, null, unit, range.median(), range.lowest(), range.highest());
    }
}
