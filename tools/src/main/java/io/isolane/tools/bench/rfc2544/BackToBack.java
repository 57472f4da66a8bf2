package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The longest burst without a gap that a device takes without loss (RFC 2544, 26.4), and how much it must have buffered meanwhile (RFC 9004, 6).
 * Between the same pairs of ports as the throughput, which RFC 9004 wants for its correction. Confined to its thread.
 */
final class BackToBack implements BenchTest {
    /** From the longest burst there may be down to one that a device takes, about. */
    private static final int HALVINGS = 4;

    private final Throughput throughput;

    BackToBack(Throughput throughput) {
        this.throughput = throughput;
    }

    @Override
    public String name() {
        return Rfc2544.NAME + "/back-to-back";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions
                .profile()
                .around(conditions.profile().burst().dividedBy(4))
                .multipliedBy((long) (HALVINGS + conditions.profile().searchTrials())
                        * conditions.profile().bursts());
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        double sustained = throughput.find(bed, conditions, journal);
        Pattern pattern = Throughput.pattern(bed, conditions);
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        journal.begin(name());
        trials.result(pattern.isPossible() ? measure(pattern, sustained, trials, conditions) : List.of(), null);
    }

    private static List<Value> measure(Pattern pattern, double sustained, Trials trials, Conditions conditions)
            throws InterruptedException {
        long longest = Math.max(
                1,
                Math.round(conditions.maximum() * seconds(conditions.profile().burst())));
        List<BurstSearch> searches = new ArrayList<>();
        for (int i = 1; i <= conditions.profile().bursts(); i++) {
            BurstSearch search = new BurstSearch(pattern, conditions, longest);
            search.run(
                    trials, "burst, search " + i + " of " + conditions.profile().bursts());
            searches.add(search);
            if (search.longest() == 0 || search.isUnbounded()) {
                break;
            }
        }
        return figures(searches, longest, sustained, trials);
    }

    private static List<Value> figures(List<BurstSearch> searches, long longest, double sustained, Trials trials) {
        double[] bursts =
                searches.stream().mapToDouble(BurstSearch::longest).sorted().toArray();
        double mean = IntStream.range(0, bursts.length)
                .mapToDouble(i -> bursts[i])
                .average()
                .orElseThrow();
        Value burst = new Value("longest burst", null, "frames", mean, bursts[0], bursts[bursts.length - 1]);
        double rate =
                searches.stream().mapToDouble(BurstSearch::burstRate).max().orElseThrow();
        trials.remark(String.format(
                Locale.ROOT, "The tester sent a burst at %,.0f frames/s; %d searches.", rate, searches.size()));
        if (mean == 0) {
            trials.remark("Not even a burst of one frame arrived.");
            return List.of(burst);
        }
        if (mean >= longest) {
            trials.remark(String.format(
                    Locale.ROOT,
                    "Bursts of %,d frames, the longest there were, arrived whole: the device is as fast as the tester, and"
                            + " nothing follows for its buffers (RFC 9004, 5).",
                    longest));
            return List.of(burst);
        }
        return withBuffers(burst, rate, sustained, trials);
    }

    /** RFC 9004, 6: what was forwarded during the burst did not need the buffer. */
    private static List<Value> withBuffers(Value burst, double rate, double sustained, Trials trials) {
        double implied = burst.value() / rate;
        double corrected = implied * Math.max(0, 1 - sustained / rate);
        if (sustained >= rate) {
            trials.remark("The throughput is not under the rate of a burst, so that nothing follows for the buffers.");
        }
        return List.of(
                burst,
                Value.of("burst duration", "s", implied),
                Value.of("corrected buffer time", "s", corrected),
                Value.of("corrected buffer", "frames", corrected * rate));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
