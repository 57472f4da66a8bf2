package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a port that gets 150 % of what it can carry costs its neighbour frames (RFC 2889, 5.5). A third of what goes to the congested port must be lost
 * and nothing of what goes to the other, else one blocks the other: head-of-line blocking. A port in memory has no line rate, so the tester holds
 * both receiving ports to one, so low that the device itself loses nothing. Stateless.
 */
final class Congestion implements BenchTest {
    private static final double LOAD = 1.5;
    private static final double EXPECTED = 100 - 100 / LOAD;
    private static final double TOLERANCE = 1;
    private static final int ATTEMPTS = 4;

    @Override
    public String name() {
        return Rfc2889.NAME + "/congestion-control";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().trial()).multipliedBy(2);
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = new Patterns(bed, conditions.addresses()).congestion();
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        journal.begin(name());
        if (!bed.drains()) {
            trials.remark(
                    "The tester cannot hold a port of this device to a line rate, so none can be congested alone.");
        }
        trials.result(pattern.isPossible() && bed.drains() ? measure(pattern, trials, conditions) : List.of(), null);
    }

    /** Both senders send at the line rate; the ports may carry one each, and the second of them gets one and a half. */
    private static List<Value> measure(Pattern pattern, Trials trials, Conditions conditions)
            throws InterruptedException {
        double line = lineRate(pattern, trials, conditions);
        if (line == 0) {
            trials.remark("Frames were lost without any congestion, so that what congestion adds cannot be told.");
            return List.of();
        }
        int free = pattern.streams().getFirst().to().getFirst();
        int congested = pattern.streams().getLast().to().getFirst();
        TrialSpec spec = trials.lasting(pattern, 2 * line).withDrains(Map.of(free, line, congested, line));
        TrialResult result = congest(spec, trials);
        trials.remark(String.format(
                Locale.ROOT,
                "Both receiving ports were held to %,.0f frames/s; port %d was offered 150 %% of that, port %d 50 %%.",
                line,
                congested,
                free));
        if (!result.isOffered() && result.streams().getFirst().lost() > 0) {
            trials.remark("No loss is given: the tester fell behind the load that was to congest the port.");
            return List.of();
        }
        return judge(result, trials);
    }

    /** A device that blocks does so each time; a machine that stalls does not: the first trial in which the free port lost nothing, or else the last. */
    private static TrialResult congest(TrialSpec spec, Trials trials) throws InterruptedException {
        for (int i = 1; i < ATTEMPTS; i++) {
            TrialResult result = trials.run(spec, "congestion at 150 %");
            if (result.streams().getFirst().lost() == 0) {
                if (i > 1) {
                    trials.remark("In " + (i - 1) + " of " + i
                            + " trials frames for the port that had room were lost too, but not in the last.");
                }
                return result;
            }
        }
        return trials.run(spec, "congestion at 150 %");
    }

    /** A line rate at which the same load without any line rates is lossless; 0 if there is none. */
    private static double lineRate(Pattern pattern, Trials trials, Conditions conditions) throws InterruptedException {
        double line = LearningProbe.easyRate(conditions);
        for (int i = 0; i < ATTEMPTS; i++) {
            TrialResult result = trials.run(trials.lasting(pattern, 2 * line), "the same load without congestion");
            if (result.isLossless()) {
                return line;
            }
            if (result.total().received() == 0) {
                return 0;
            }
            line /= 4;
        }
        return 0;
    }

    private static List<Value> judge(TrialResult result, Trials trials) {
        StreamResult free = result.streams().getFirst();
        StreamResult congested = result.streams().get(1).plus(result.streams().get(2));
        trials.remark(
                free.lost() > 0
                        ? "Head-of-line blocking: " + free.lost() + " of " + free.expected()
                                + " frames for the port that had room were lost, in each of " + ATTEMPTS
                                + " trials some. This is a failure."
                        : "No head-of-line blocking: the port that had room got every frame that was sent to it.");
        remarkCongested(percentLost(congested), trials);
        StreamResult total = result.total();
        if (total.sent() < total.intended()) {
            trials.remark(
                    "Back pressure: the device's ports took " + total.sent() + " of " + total.intended() + " frames.");
        }
        return List.of(
                Value.of("loss at the congested port", "%", percentLost(congested)),
                Value.of("loss at the other port", "%", percentLost(free)));
    }

    private static void remarkCongested(double lost, Trials trials) {
        if (lost == 0) {
            trials.remark(
                    "Nothing was lost at the congested port: its senders were held back, or a queue took it all.");
        } else if (Math.abs(lost - EXPECTED) > TOLERANCE) {
            trials.remark(String.format(
                    Locale.ROOT, "The congested port lost %.1f %%, where a third was to be expected.", lost));
        }
    }

    private static double percentLost(StreamResult stream) {
        return stream.expected() == 0 ? 0 : 100.0 * stream.lost() / stream.expected();
    }
}
