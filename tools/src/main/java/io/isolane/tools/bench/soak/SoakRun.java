package io.isolane.tools.bench.soak;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Soaks a device for a given time, between pairs of ports and both ways at once. What is known is a result also when it is interrupted.
 * Confined to its thread.
 */
public final class SoakRun implements BenchTest {
    /** The name of the suite, and of its only test. */
    public static final String NAME = "soak";

    /** The share of the frames that FD.io CSIT asks for. */
    public static final double TARGET_LOSS = 1e-7;

    /** The lowest load is this part of the highest one. */
    private static final double RANGE = 1e-4;

    /** The first trial takes this part of the time, and no longer than CSIT's first. */
    private static final int SHARES = 60;

    private static final Duration LONGEST_FIRST = Duration.ofMillis(5_100);
    /** Each trial is longer than the one before it by this part of the first. */
    private static final double GROWTH = 0.02;

    private final Duration time;
    private final double targetLoss;
    private final long seed;
    private final LongSupplier nanoTime;

    /**
     * A soak that has not begun.
     *
     * @param time that it takes
     * @param targetLoss share of the frames that may be lost on average
     * @param seed of the numerical integration
     * @param nanoTime clock
     */
    public SoakRun(Duration time, double targetLoss, long seed, LongSupplier nanoTime) {
        this.time = time;
        this.targetLoss = targetLoss;
        this.seed = seed;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return time;
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Trials trials = new Trials(NAME, bed, conditions, journal);
        Pattern pattern = new Patterns(bed, conditions.addresses()).pairs();
        trials.remark(pattern.words());
        if (!pattern.isPossible()) {
            trials.result(List.of(), null);
            return;
        }
        Soak soak = new Soak(targetLoss, conditions.maximum() * RANGE, conditions.maximum(), seed);
        journal.begin(name(soak));
        try {
            soak(soak, trials, pattern, journal);
        } finally {
            result(soak, trials);
        }
    }

    private void soak(Soak soak, Trials trials, Pattern pattern, Journal journal) throws InterruptedException {
        long end = nanoTime.getAsLong() + time.toNanos();
        for (int trial = 0; trial == 0 || end - nanoTime.getAsLong() > 0; trial++) {
            double load = soak.nextLoad();
            Duration duration = duration(trial);
            TrialResult result = trials.send(trials.lasting(duration, pattern, load));
            soak.add(sample(load, duration, result));
            Estimate estimate = soak.estimate();
            trials.write(
                    result,
                    List.of(new Entry.Bound(criticalLoad(), estimate.low(), estimate.high())),
                    String.format(Locale.ROOT, "trial %d, estimate %,.0f frames/s", trial + 1, estimate.mean()));
            journal.begin(name(soak));
            journal.bounds(estimate.low(), estimate.high(), "frames/s");
        }
    }

    private Duration duration(int trial) {
        Duration first = time.dividedBy(SHARES);
        Duration base = first.compareTo(LONGEST_FIRST) < 0 ? first : LONGEST_FIRST;
        return Duration.ofNanos(Math.round(base.toNanos() * (1 + GROWTH * trial)));
    }

    private static Sample sample(double load, Duration duration, TrialResult result) {
        double seconds = duration.toNanos() / 1e9;
        return new Sample(load, seconds, Math.round(result.lossRatioOfLoad() * load * seconds));
    }

    private String name(Soak soak) {
        if (soak.samples().isEmpty()) {
            return NAME + ", looking for the " + criticalLoad();
        }
        Estimate estimate = soak.estimate();
        return String.format(
                Locale.ROOT,
                "%s, trial %d, critical load so far %.3f Mpps, 95 %% between %.3f and %.3f",
                NAME,
                soak.samples().size() + 1,
                estimate.mean() / 1e6,
                estimate.low() / 1e6,
                estimate.high() / 1e6);
    }

    private String criticalLoad() {
        return "critical load at " + targetLoss;
    }

    private void result(Soak soak, Trials trials) {
        if (soak.samples().isEmpty()) {
            return;
        }
        Estimate estimate = soak.estimate();
        double seconds = soak.samples().stream().mapToDouble(Sample::seconds).sum();
        long lost = soak.samples().stream().mapToLong(Sample::lost).sum();
        trials.remark(String.format(
                Locale.ROOT,
                "%d trials, %.0f s of sending, %,d frames lost; the bounds are a 95 %% credible interval, by two shapes of loss (stretch, erf).",
                soak.samples().size(),
                seconds,
                lost));
        trials.remarkMaximum();
        if (estimate.high()
                > soak.samples().stream().mapToDouble(Sample::load).max().orElseThrow()) {
            trials.remark(
                    "The interval reaches beyond every load that was tried: the device may take more than the tester offers.");
        }
        trials.result(
                List.of(
                        new Value(criticalLoad(), null, "frames/s", estimate.mean(), estimate.low(), estimate.high()),
                        Value.of("standard deviation", "frames/s", estimate.deviation())),
                null);
    }
}
