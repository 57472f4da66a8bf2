package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many addresses a device knows at once (RFC 2889, 5.7): twice as many are shown to it until frames to one of them are flooded, then halfway between,
 * to the last address. The station that asks is one of them. Confined to its thread.
 */
final class AddressCaching implements BenchTest {
    private static final int TYPICAL = 1 << 16;
    private static final int FEW = 256;

    private final Map<Device, Integer> known = new HashMap<>();

    @Override
    public String name() {
        return Rfc2889.NAME + "/address-caching-capacity";
    }

    /** For a table of 65,536. */
    @Override
    public Duration estimate(Conditions conditions) {
        int rounds = 2 * Integer.numberOfTrailingZeros(TYPICAL);
        double seconds = rounds * TYPICAL / LearningProbe.easyRate(conditions);
        return conditions
                .profile()
                .around(Duration.ZERO)
                .multipliedBy(2L * rounds)
                .plusNanos((long) (seconds * 1e9));
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Trials trials = new Trials(name(), bed, conditions, journal);
        journal.begin(name());
        known.put(bed.device(), 0);
        Optional<Trio> ports = Trio.of(bed);
        trials.result(
                ports.isPresent() ? measure(bed, conditions, journal, trials, ports.get()) : tooFew(trials), null);
    }

    /**
     * How many addresses behind one port were known at once, found before or now; 0 if none.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    int find(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        @Nullable Integer found = known.get(bed.device());
        if (found == null) {
            run(bed, conditions, journal);
        }
        return known.getOrDefault(bed.device(), 0);
    }

    /** Says why learning cannot be seen. */
    static List<Value> tooFew(Trials trials) {
        trials.remark("There are no three ports of which two talk and the third would hear a frame that is flooded.");
        return List.of();
    }

    private List<Value> measure(TestBed bed, Conditions conditions, Journal journal, Trials trials, Trio ports)
            throws InterruptedException {
        int most = mostStations(bed, ports.learning());
        LearningProbe probe = new LearningProbe(bed, conditions, trials, ports);
        if (most > 1 && probe.knowsUnshown(Math.min(most, FEW))) {
            trials.remark(
                    "The device knew addresses that it had not been shown: it was told them, or did not forget them.");
            return List.of();
        }
        CapacitySearch search = new CapacitySearch(probe, LearningProbe.easyRate(conditions), most, journal);
        search.run(bed.forget());
        known.put(bed.device(), search.low());
        if (search.low() == 0) {
            trials.remark("Not one address was learnt: a frame to it was flooded, or did not arrive.");
            return List.of(Value.of("capacity", "addresses", 0));
        }
        if (search.low() == most) {
            trials.remark("Every address that the tester may use here was learnt: there may be room for more.");
        }
        if (!search.isExact()) {
            trials.remark(
                    "The device could not be made to forget, so that only doubled numbers of addresses were tried.");
        }
        @Nullable Double high = search.low() == most ? null : (Double) (search.high() + 1.0);
        double capacity = search.low() + 1.0;
        return List.of(new Value("capacity", null, "addresses", capacity, capacity, high));
    }

    /** As many as may stand behind a port; a device that is told its stations has a limit. */
    private static int mostStations(TestBed bed, int port) {
        int count = CapacitySearch.MOST;
        while (count > 1) {
            try {
                return bed.stations(port, count).count();
            } catch (IllegalArgumentException fewer) {
                count /= 2;
            }
        }
        return 1;
    }
}
