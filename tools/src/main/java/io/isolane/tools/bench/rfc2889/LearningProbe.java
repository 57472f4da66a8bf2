package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.List;

/**
 * Shows a device a number of addresses at a rate, and looks how many it knows: frames to those arrive at their port and at no other. Confined to its
 * thread.
 */
final class LearningProbe {
    private static final int SLOWER = 4;
    private static final int EASY = 16;
    private static final double SLOWEST = 1000;

    private final TestBed bed;
    private final Conditions conditions;
    private final Trials trials;
    private final AddressRange asking;
    private final Trio ports;
    private double lookRate;

    LearningProbe(TestBed bed, Conditions conditions, Trials trials, Trio ports) {
        this.bed = bed;
        this.conditions = conditions;
        this.trials = trials;
        this.ports = ports;
        this.asking = bed.stations(ports.test(), 1);
        this.lookRate = easyRate(conditions);
    }

    /** A rate that devices forward at without effort; if one does not, a lower one must be tried. */
    static double easyRate(Conditions conditions) {
        return conditions.maximum() / EASY;
    }

    /**
     * How many of {@code count} addresses the device knows after they were shown to it at {@code rate}, each once. Where it cannot be made to forget,
     * what it knew before counts too.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    int known(int count, double rate) throws InterruptedException {
        bed.forget();
        bed.learn(List.of(look(1)));
        trials.runUnlearnt(
                new TrialSpec(List.of(show(count)), conditions.frames(), rate, count),
                count,
                "shows " + count + " addresses");
        bed.rest(conditions.profile().learnt());
        StreamResult seen = lookFor(count);
        while (seen.lost() > 0 && seen.misdirected() == 0 && lookRate > SLOWEST) {
            lookRate /= SLOWER;
            seen = lookFor(count);
        }
        long flooded = Math.ceilDiv(seen.misdirected(), ports.listeners());
        return (int) Math.max(0, seen.received() - flooded);
    }

    private StreamResult lookFor(int count) throws InterruptedException {
        return trials.runUnlearnt(
                        new TrialSpec(List.of(look(count)), conditions.frames(), lookRate, count),
                        count,
                        "looks for " + count + " addresses")
                .total();
    }

    private Stream show(int count) {
        return Stream.of(ports.learning(), ports.test(), bed.stations(ports.learning(), count), asking)
                .withVid(ports.vidBack());
    }

    private Stream look(int count) {
        return Stream.of(ports.test(), ports.learning(), asking, bed.stations(ports.learning(), count))
                .withVid(ports.vid());
    }
}
