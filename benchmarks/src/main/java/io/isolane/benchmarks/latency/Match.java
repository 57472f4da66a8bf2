package io.isolane.benchmarks.latency;

import io.isolane.tools.bench.machine.Pinning;
import io.isolane.tools.bench.machine.RoundTrip;
import io.isolane.tools.bench.rig.LatencyResult;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures the subjects one after the other, in turns, so that what the machine does for a while it does to all. There is one rig at a time:
 * its thread and the tester's want a processor each. Confined to its thread, which it leaves where it was.
 */
final class Match {
    private static final Duration PROBE = Duration.ofMillis(100);

    private final List<Subject> subjects;
    private final Scenario scenario;
    private final Pinning pinning;
    private final int rate;
    private final Duration turn;
    private final Duration warmUp;

    /**
     * A match.
     *
     * @param rate frames a second
     * @param turn how long frames are sent to be timed
     * @param warmUp how long before that, in each turn
     */
    Match(List<Subject> subjects, Scenario scenario, Pinning pinning, int rate, Duration turn, Duration warmUp) {
        this.subjects = subjects;
        this.scenario = scenario;
        this.pinning = pinning;
        this.rate = rate;
        this.turn = turn;
        this.warmUp = warmUp;
    }

    /**
     * One turn of each.
     *
     * @param beginning told of each
     * @throws IOException if C cannot be built, or there is no memory for it
     */
    Map<Subject, Turn> turn(Consumer<Subject> beginning) throws IOException {
        Map<Subject, Turn> turns = new EnumMap<>(Subject.class);
        for (Subject subject : subjects) {
            beginning.accept(subject);
            turns.put(subject, turn(subject));
            System.gc(); // the memory of a rig lies outside the heap, and goes when nobody is known to refer to it
        }
        return turns;
    }

    private Turn turn(Subject subject) throws IOException {
        double roundTrip = RoundTrip.median(PROBE, pinning::first, pinning::second);
        pinning.second();
        try (LatencyRig rig = subject.open(scenario, pinning::first)) {
            rig.measure(frames(warmUp), rate);
            LatencyResult result = rig.measure(frames(turn), rate);
            return new Turn(result, rig.dropped(), roundTrip);
        } finally {
            pinning.release();
        }
    }

    private int frames(Duration time) {
        return Math.toIntExact(Math.max(1, Math.round(time.toNanos() / 1e9 * rate)));
    }
}
