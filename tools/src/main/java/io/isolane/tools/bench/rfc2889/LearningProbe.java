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
    private static final int TURNS = 3;

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
     * How many of {@code count} addresses the device knows after each was shown to it once, at {@code rate}.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    int knownAfterOne(int count, double rate) throws InterruptedException {
        forget();
        show(count, rate);
        return known(count);
    }

    /**
     * How many of {@code count} addresses the device knows after they were shown to it so that no frame was lost on the way, which takes as many turns and
     * as low a rate as it takes.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    int knownAfterAll(int count, double rate) throws InterruptedException {
        forget();
        double slow = rate;
        boolean isShown = show(count, slow);
        for (int turn = 1; turn < TURNS && !isShown; turn++) {
            slow /= SLOWER;
            isShown = show(count, slow);
        }
        return known(count);
    }

    /**
     * Whether the device knows {@code count} addresses that were not shown to it: it was told them, or could not be made to forget.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    boolean knowsUnshown(int count) throws InterruptedException {
        forget();
        return known(count) == count;
    }

    /** Empties the table, where that is possible, but for the asking station and the first that is asked for. */
    private void forget() throws InterruptedException {
        bed.forget();
        bed.learn(List.of(look(1)));
    }

    /** Whether each address was seen by the device, as far as a tester can tell. */
    private boolean show(int count, double rate) throws InterruptedException {
        TrialSpec spec = new TrialSpec(List.of(show(count)), conditions.frames(), rate, count);
        boolean isWhole =
                trials.runUnlearnt(spec, count, "shows " + count + " addresses").isLossless();
        bed.rest(conditions.profile().learnt());
        return isWhole;
    }

    /** A frame that was flooded tells that its address is not known; one that did not arrive tells nothing, and is sent again. */
    private int known(int count) throws InterruptedException {
        StreamResult seen = lookFor(count);
        for (int turn = 1; turn < TURNS && seen.received() < count && seen.misdirected() == 0; turn++) {
            lookRate /= SLOWER;
            seen = lookFor(count);
        }
        long flooded = Math.ceilDiv(seen.misdirected(), ports.listeners());
        return (int) Math.min(seen.received(), Math.max(0, count - flooded));
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
