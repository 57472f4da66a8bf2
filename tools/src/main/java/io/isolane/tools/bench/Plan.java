package io.isolane.tools.bench;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.report.Copies;
import io.isolane.tools.bench.rig.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What a bench run measures, and for how long. Immutable.
 *
 * @param modes in the order of the table
 * @param frameLength bytes, without frame check sequence
 * @param addresses stations in all
 * @param latencyRate frames a second while latency is measured
 * @param window one throughput window
 * @param round one latency measurement
 * @param warmUp before the first window or round of each mode
 * @param probe each look at the machine itself
 */
record Plan(
        List<IsolationMode> modes,
        int frameLength,
        int addresses,
        long latencyRate,
        Duration window,
        Duration round,
        Duration warmUp,
        Duration probe) {
    /** Throughput windows of each mode. */
    static final int WINDOWS = 11;

    /** Latency measurements of each mode. */
    static final int ROUNDS = 3;

    private static final int SHORT_FRAME = 64;
    private static final int LONG_FRAME = 1500;

    Plan {
        modes = List.copyOf(EnumSet.copyOf(modes));
    }

    /** A plan whose windows and rounds take about {@code total}. */
    static Plan lasting(
            Duration total, Collection<IsolationMode> modes, int frameLength, int addresses, long latencyRate) {
        Plan plan = new Plan(
                List.copyOf(modes),
                frameLength,
                addresses,
                latencyRate,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(300),
                Duration.ofMillis(500));
        Duration half = total.dividedBy(2);
        return plan.withTimes(
                half.dividedBy((long) WINDOWS * plan.throughputSubjects().size()),
                half.dividedBy((long) ROUNDS * plan.latencySubjects().size()));
    }

    /** The baseline, the modes and, last, what shows whether bytes are copied. */
    List<Subject> throughputSubjects() {
        List<Subject> subjects = new ArrayList<>(latencySubjects());
        if (modes.contains(Copies.MODE)) {
            subjects.add(Subject.of(scenario(Copies.MODE).withFrameLength(otherFrameLength())));
        }
        return List.copyOf(subjects);
    }

    /** The baseline, then the modes. */
    List<Subject> latencySubjects() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subject.withoutSwitch(scenario(IsolationMode.LEARNING)));
        modes.forEach(mode -> subjects.add(Subject.of(scenario(mode))));
        return List.copyOf(subjects);
    }

    /** Short frames are compared with long ones, long ones with short ones. */
    int otherFrameLength() {
        return frameLength < LONG_FRAME ? LONG_FRAME : SHORT_FRAME;
    }

    int framesIn(Duration time) {
        return Math.toIntExact(Math.max(1, time.toNanos() * latencyRate / 1_000_000_000));
    }

    Scenario scenario(IsolationMode mode) {
        return Scenario.of(mode).withFrameLength(frameLength).withAddresses(addresses);
    }

    private Plan withTimes(Duration eachWindow, Duration eachRound) {
        return new Plan(modes, frameLength, addresses, latencyRate, eachWindow, eachRound, warmUp, probe);
    }
}
