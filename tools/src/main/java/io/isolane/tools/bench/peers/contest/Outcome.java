package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.work.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of one switch and one work. Confined to its thread. */
public final class Outcome {
    /** What it should have of a core that it never leaves idle. */
    private static final double WHOLE_CORE = 0.9;

    private final Contender contender;
    private final Work work;
    private final SortedMap<Integer, Reading> readings = new TreeMap<>();
    private @Nullable String problem;

    /** Nothing so far. */
    public Outcome(Contender contender, Work work) {
        this.contender = contender;
        this.work = work;
    }

    public Contender contender() {
        return contender;
    }

    public Work work() {
        return work;
    }

    /** A round has been measured. */
    public void add(int round, Reading reading) {
        readings.put(round, reading);
    }

    /** It cannot be measured any more; {@code why} in one line. */
    public void fail(String why) {
        problem = why;
    }

    /** Why it was not measured, or not in every round; empty if it was. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What was measured, by round. */
    public SortedMap<Integer, Reading> readings() {
        return Collections.unmodifiableSortedMap(readings);
    }

    /** Frames a second; empty if no round was measured. */
    public Optional<Range> rate() {
        return Range.of(rates().values());
    }

    /** How many times its own rate another one's is, round by round; empty if no round has both. */
    public Optional<Range> ratioOf(Outcome ours) {
        Map<Integer, Double> theirs = rates();
        List<Double> ratios = ours.rates().entrySet().stream()
                .filter(round -> theirs.containsKey(round.getKey()))
                .map(round -> round.getValue() / theirs.getOrDefault(round.getKey(), Double.NaN))
                .toList();
        return Range.of(ratios);
    }

    /** What a reader should know beside the figures, in sentences. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        long rising = readings.values().stream()
                .filter(reading -> !reading.isSettled())
                .count();
        if (rising > 0) {
            remarks.add("In " + rising + " of " + readings.size()
                    + " rounds it was still getting faster after 12 s, when it was measured.");
        }
        long disturbed = readings.values().stream()
                .filter(reading -> reading.share() < WHOLE_CORE)
                .count();
        if (disturbed > 0) {
            remarks.add("In " + disturbed + " of " + readings.size()
                    + " rounds other programs took more than a tenth of its core's time.");
        }
        if (problem != null) {
            String when = readings.isEmpty() ? "Not measured" : "Only " + readings.size() + " rounds were measured";
            remarks.add(when + ": " + problem + ".");
        }
        return remarks;
    }

    private Map<Integer, Double> rates() {
        return readings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, reading -> reading.getValue().framesPerSecond()));
    }
}
