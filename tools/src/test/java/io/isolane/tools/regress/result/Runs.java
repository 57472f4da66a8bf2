package io.isolane.tools.regress.result;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.gate.Gate;
import io.isolane.tools.regress.gate.GateListener;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.machine.RulerReading;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.result.RunResult.Measured;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Results of runs whose forks were made up. */
public final class Runs {
    /** Frames for a microsecond. */
    public static final Metric RATE = Metric.of("a.Frames.forward", Map.of("mode", "learning"), Metric.SCORE, "ops/us");

    /** Bytes for a frame. */
    public static final Metric BYTES =
            Metric.of("a.Frames.forward", Map.of("mode", "learning"), "gc.alloc.rate.norm", "B/op");

    private static final Design DESIGN = Design.of(0.03, 16, 285);
    private static final JmhSettings SETTINGS =
            new JmhSettings("Frames", List.of("mode=learning"), List.of("gc"), 20, 50, 20);
    private static final Fingerprint MACHINE = new Fingerprint(new TreeMap<>(Map.of("cpu", "a", "cores", "2")));

    private Runs() {}

    /** A run whose candidate is {@code slowdown} slower, under noise of about {@code noise}. */
    public static RunResult run(long seed, double slowdown, double noise) throws IOException {
        Random random = new Random(seed);
        Instant started = Instant.parse("2026-11-23T14:00:00Z").plusSeconds(400 * seed);
        Gate gate = new Gate(
                DESIGN,
                seed,
                slot -> fork(slot, started, 30 * Math.exp(noise * random.nextGaussian()), slowdown),
                GateListener.NONE);
        List<Judgement> judgements = gate.run();
        Measured baseline = new Measured("HEAD (abc)", "01ab", List.of("-Xbatch"));
        Measured candidate = slowdown == 0
                ? baseline
                : new Measured("HEAD (abc)", "01ab", List.of("-Xbatch", "-Disolane.benchmark.slowdown=5"));
        Side side = new Side("HEAD (abc)", MACHINE, List.of(1e6, 1.1e6));
        return new RunResult(
                RunResult.SCHEMA,
                RunResult.VERSION,
                "0.1.0 abc",
                started,
                true,
                seed,
                DESIGN,
                SETTINGS,
                baseline,
                candidate,
                MACHINE,
                List.of(new RulerReading(0, 1_000_000, 5_000_000)),
                List.of("first look"),
                gate.forks(),
                new Comparison(side, side, 0.03, judgements, List.of("a remark")));
    }

    private static Fork fork(Slot slot, Instant started, double rate, double slowdown) {
        double value = slot.role() == Role.CANDIDATE ? rate / (1 + slowdown) : rate;
        return new Fork(
                slot,
                started.plusMillis(2_500L * slot.place()),
                2.5,
                List.of(new Reading(RATE, value, List.of(value, value)), new Reading(BYTES, 0.01, List.of())));
    }
}
