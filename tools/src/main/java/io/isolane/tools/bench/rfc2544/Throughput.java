package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.RateSearch;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The highest rate at which a device loses nothing (RFC 2544, 26.1), between pairs of ports and both ways at once. Confined to its thread. */
final class Throughput implements BenchTest {
    private final Map<Subject, Double> known = new HashMap<>();

    @Override
    public String name() {
        return Rfc2544.NAME + "/throughput";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().search();
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = pattern(bed, conditions);
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        known.put(Subject.of(bed, conditions), 0.0);
        trials.result(pattern.isPossible() ? search(bed, conditions, pattern, trials) : List.of(), null);
    }

    /**
     * What was found, or is found now.
     *
     * @return frames a second of all ports together; 0 if the device loses frames at every rate, or no ports may talk both ways
     * @throws InterruptedException if the thread was interrupted
     */
    double find(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Subject subject = Subject.of(bed, conditions);
        if (!known.containsKey(subject)) {
            run(bed, conditions, journal);
        }
        return Objects.requireNonNull(known.get(subject));
    }

    static Pattern pattern(TestBed bed, Conditions conditions) {
        return new Patterns(bed, conditions.addresses()).pairs();
    }

    private List<Value> search(TestBed bed, Conditions conditions, Pattern pattern, Trials trials)
            throws InterruptedException {
        RateSearch search = trials.search(pattern, "throughput");
        known.put(Subject.of(bed, conditions), search.low());
        trials.remark(String.format(
                Locale.ROOT,
                "A binary search that ends when its bounds are within %.1f %%, trials of %.1f s.",
                100 * conditions.profile().resolution(),
                conditions.profile().trial().toNanos() / 1e9));
        return List.of(
                search.value("throughput", "frames/s"),
                Value.of("throughput of the maximum", "%", 100 * search.low() / conditions.maximum()),
                Value.of(
                        "throughput in bits",
                        "bit/s",
                        search.low() * conditions.frames().meanBytes() * Byte.SIZE));
    }

    /** What a throughput is of. */
    private record Subject(Device device, Conditions conditions) {
        static Subject of(TestBed bed, Conditions conditions) {
            return new Subject(bed.device(), conditions);
        }
    }
}
