package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.verdict.Judge.Contest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Complete pairs of forks as contests of metrics. Stateless. */
public final class Pairs {
    private Pairs() {}

    /**
     * One contest for each metric that both forks of every complete pair have, in the metrics' order; a pair that lacks a fork is left out.
     */
    public static List<Contest> contests(List<Fork> forks) {
        List<Fork> complete = complete(forks);
        return complete.stream()
                .flatMap(fork -> fork.readings().stream())
                .map(Reading::metric)
                .distinct()
                .sorted()
                .map(metric -> new Sides(
                        metric, values(metric, Role.BASELINE, complete), values(metric, Role.CANDIDATE, complete)))
                .filter(sides -> sides.areComplete(complete.size() / 2))
                .map(Sides::contest)
                .toList();
    }

    /** The forks whose neighbour is among them, in the order of pairs. */
    static List<Fork> complete(List<Fork> forks) {
        Map<Integer, List<Fork>> pairs = new TreeMap<>(
                forks.stream().collect(Collectors.groupingBy(fork -> fork.slot().pair())));
        return pairs.values().stream()
                .filter(pair -> pair.size() == 2)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Double> values(Metric metric, Role role, List<Fork> forks) {
        return forks.stream()
                .filter(fork -> fork.slot().role() == role)
                .flatMap(fork -> fork.readings().stream())
                .filter(reading -> reading.metric().equals(metric))
                .map(Reading::value)
                .toList();
    }

    private record Sides(Metric metric, List<Double> before, List<Double> after) {
        boolean areComplete(int pairs) {
            return before.size() == pairs && after.size() == pairs;
        }

        Contest contest() {
            return new Contest(new Samples(metric, before), new Samples(metric, after), true);
        }
    }
}
