package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.machine.RulerReading;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the ruler says of a run. A fork's ruler is the reading just before it.
 *
 * <p>A machine that gets slower during the run does not bend the verdict, since the forks of a pair are neighbours and a coin orders
 * them; it is only said. What would bend it is a machine that was slower just when one side ran. So the ruler is judged as a
 * benchmark is, over the same pairs, but more strictly. A call is taken back if the ruler surely moved the same way, and what remains of the effect
 * without it is less than the change asked about. Nothing is corrected by the ruler: nobody knows that the benchmark slows down as
 * the ruler does. Figures that do not depend on speed, such as bytes for an operation, are left alone. Immutable.
 */
public final class MachineSpeed {
    private static final double TAIL = 0.1;

    /** A ruler that moves by chance must seldom take back a call that is right: one way, each of its two works does so in one of 200 runs. */
    private static final double CONFIDENCE = 0.99;

    private final Judge judge;
    private final List<Part> parts;

    /** One of the ruler's two works: its readings in the order of time, and what is said of its sides if there were enough pairs. */
    private record Part(String name, List<Double> nanos, Optional<Judgement> judgement) {}

    /**
     * Of a run so far.
     *
     * @param readings one before each fork; pairs without are left out
     * @param threshold the change asked about: 0.03 is 3 %
     */
    public MachineSpeed(List<RulerReading> readings, List<Fork> forks, double threshold) {
        judge = new Judge(threshold, CONFIDENCE);
        Map<Integer, RulerReading> byPlace = readings.stream()
                .collect(Collectors.toMap(RulerReading::place, reading -> reading, (before, after) -> after));
        List<Fork> read = forks.stream()
                .filter(fork -> byPlace.containsKey(fork.slot().place()))
                .toList();
        List<Fork> pairs = Pairs.complete(read);
        parts = List.of(
                part("computation", byPlace, pairs, RulerReading::computeNanos),
                part("memory", byPlace, pairs, RulerReading::memoryNanos));
    }

    private Part part(
            String name, Map<Integer, RulerReading> readings, List<Fork> pairs, ToLongFunction<RulerReading> nanos) {
        List<Double> all = readings.values().stream()
                .map(reading -> (double) nanos.applyAsLong(reading))
                .toList();
        if (pairs.isEmpty()) {
            return new Part(name, all, Optional.empty());
        }
        Metric metric = Metric.of("machine.ruler." + name, Map.of(), Metric.SCORE, "ns");
        Judgement judgement = judge.paired(
                new Samples(metric, read(Role.BASELINE, readings, pairs, nanos)),
                new Samples(metric, read(Role.CANDIDATE, readings, pairs, nanos)));
        return new Part(name, all, Optional.of(judgement));
    }

    private static List<Double> read(
            Role role, Map<Integer, RulerReading> readings, List<Fork> pairs, ToLongFunction<RulerReading> nanos) {
        return pairs.stream()
                .filter(fork -> fork.slot().role() == role)
                .map(fork -> readings.get(fork.slot().place()))
                .filter(Objects::nonNull)
                .map(reading -> (double) nanos.applyAsLong(reading))
                .toList();
    }

    /** The judgement, or inconclusive if it is a call that the ruler explains. */
    public Judgement weigh(Judgement judgement) {
        if (!judgement.verdict().isCall() || !judgement.metric().isTimed()) {
            return judgement;
        }
        return parts.stream()
                .filter(part -> part.judgement
                        .filter(ruler -> explains(ruler, judgement))
                        .isPresent())
                .findFirst()
                .map(part -> judgement.with(
                        Verdict.INCONCLUSIVE,
                        judgement.verdict().label() + ", but so was the machine when the candidate ran, " + moved(part)
                                + ": measure again"))
                .orElse(judgement);
    }

    private boolean explains(Judgement ruler, Judgement judgement) {
        double remains = Math.log1p(judgement.effect()) - Math.log1p(ruler.effect());
        return ruler.interval().excludesZero()
                && Math.signum(ruler.effect()) == Math.signum(judgement.effect())
                && remains * Math.signum(judgement.effect()) < Math.log1p(judge.threshold());
    }

    /** What a reader should know: that the ruler moved by more than the change asked about, between the sides or over the run. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Part part : parts) {
            if (part.judgement.filter(ruler -> ruler.verdict().isCall()).isPresent()) {
                remarks.add("The machine was not the same for both sides: the ruler's " + moved(part) + ".");
            }
            double spread = spread(part.nanos);
            if (spread > judge.threshold()) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "The machine's speed changed during the run: of the ruler's %s readings, one in ten took %.1f %% longer than"
                                + " one in ten did at best. Pairs of neighbours in random order keep that out of the verdict.",
                        part.name,
                        100 * spread));
            }
        }
        return remarks;
    }

    private static String moved(Part part) {
        double effect = part.judgement.map(Judgement::effect).orElse(0.0);
        return String.format(
                Locale.ROOT,
                "%s %.1f %% %s beside the candidate",
                part.name,
                100 * Math.abs(effect),
                effect > 0 ? "faster" : "slower");
    }

    /** How much longer the slowest tenth took than the fastest one. */
    private static double spread(List<Double> nanos) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Double> sorted = nanos.stream().sorted().toList();
        int tail = (int) (TAIL * sorted.size());
        return sorted.get(sorted.size() - 1 - tail) / sorted.get(tail) - 1;
    }
}
