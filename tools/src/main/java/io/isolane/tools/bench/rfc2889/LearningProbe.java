package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.suite.TimeLimit;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Shows a device a number of addresses at a rate, and looks how many it knows: frames to those arrive at their port and at no other. Confined to its
 * thread.
 */
final class LearningProbe {
    private static final int SLOWER = 4;
    private static final int EASY = 16;
    private static final int TURNS = 3;
    /** However slowly addresses are shown or looked for, one trial of it takes no longer than so many usual trials. */
    private static final int LONGEST = 10;
    /** A search takes no longer than so many looks at a usual trial's pace. */
    private static final int LOOKS = 40;

    private final TestBed bed;
    private final Conditions conditions;
    private final Trials trials;
    private final AddressRange asking;
    private final Trio ports;
    private final TimeLimit limit;

    /** A probe that sends nothing twice once the time is up. */
    LearningProbe(TestBed bed, Conditions conditions, Trials trials, Trio ports, TimeLimit limit) {
        this.bed = bed;
        this.conditions = conditions;
        this.trials = trials;
        this.ports = ports;
        this.limit = limit;
        this.asking = bed.stations(ports.test(), 1);
    }

    /** A rate that devices forward at without effort; if one does not, a lower one must be tried. */
    static double easyRate(Conditions conditions) {
        return conditions.maximum() / EASY;
    }

    /** Seconds that one trial with addresses lasts at most. */
    static double longest(Profile profile) {
        return LONGEST * profile.trial().toNanos() / 1e9;
    }

    /** After so long a search among addresses ends with what it knows; each look is two trials, and the device must forget before it. */
    static Duration limit(Conditions conditions) {
        Profile profile = conditions.profile();
        return profile.around(profile.trial())
                .multipliedBy(2)
                .plus(conditions.forgetting())
                .multipliedBy(LOOKS);
    }

    /**
     * How many of {@code count} addresses the device knows after each was shown to it once, at {@code rate}.
     *
     * @return empty if the tester did not keep to the rate, so that nothing is known of it
     * @throws InterruptedException if the thread was interrupted
     */
    OptionalInt knownAfterOne(int count, double rate) throws InterruptedException {
        for (int turn = 0; turn < TURNS; turn++) {
            forget();
            if (show(count, rate).isOffered()) {
                return known(count);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * How many of {@code count} addresses the device knows after they were shown to it so that no frame was lost on the way, or for the third time, each
     * time slower.
     *
     * @return empty if the tester itself did not come to send a frame for each, so that nothing is known
     * @throws InterruptedException if the thread was interrupted
     */
    OptionalInt knownAfterAll(int count, double rate) throws InterruptedException {
        forget();
        double slow = unhurried(count, rate);
        TrialResult shown = show(count, slow);
        for (int turn = 1; turn < TURNS && !shown.isLossless() && !limit.isOver(); turn++) {
            slow = unhurried(count, slow / SLOWER);
            shown = show(count, slow);
        }
        return shown.unsent() > 0 ? OptionalInt.empty() : known(count);
    }

    /**
     * Whether the device knows {@code count} addresses that were not shown to it: it was told them, or could not be made to forget.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    boolean knowsUnshown(int count) throws InterruptedException {
        forget();
        return known(count).orElse(0) == count;
    }

    /** Empties the table, where that is possible, but for the asking station and the first that is asked for. */
    private void forget() throws InterruptedException {
        bed.forget();
        bed.learn(List.of(look(1)));
    }

    /** As slow as that, unless it would take too long. */
    private double unhurried(int count, double rate) {
        return Math.max(rate, count / longest(conditions.profile()));
    }

    private TrialResult show(int count, double rate) throws InterruptedException {
        TrialSpec spec = new TrialSpec(List.of(show(count)), conditions.frames(), rate, count);
        TrialResult result = trials.runUnlearnt(spec, count, "shows " + count + " addresses");
        bed.rest(conditions.profile().learnt());
        return result;
    }

    /** A frame that was flooded tells that its address is not known; one that did not arrive tells nothing, and is sent again, slower. */
    private OptionalInt known(int count) throws InterruptedException {
        double rate = unhurried(count, easyRate(conditions));
        TrialResult seen = lookFor(count, rate);
        for (int turn = 1; turn < TURNS && tellsNothing(seen, count) && !limit.isOver(); turn++) {
            rate = unhurried(count, rate / SLOWER);
            seen = lookFor(count, rate);
        }
        long flooded = Math.ceilDiv(seen.total().misdirected(), ports.listeners());
        return seen.unsent() > 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(seen.total().received(), Math.max(0, count - flooded)));
    }

    private static boolean tellsNothing(TrialResult seen, int count) {
        return seen.unsent() > 0
                || (seen.total().received() < count && seen.total().misdirected() == 0);
    }

    private TrialResult lookFor(int count, double rate) throws InterruptedException {
        return trials.runUnlearnt(
                new TrialSpec(List.of(look(count)), conditions.frames(), rate, count),
                count,
                "looks for " + count + " addresses");
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
