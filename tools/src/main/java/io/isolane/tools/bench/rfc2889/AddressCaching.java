package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.TimeLimit;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many addresses a device knows at once (RFC 2889, 5.7): twice as many are shown to it until frames to one of them are flooded, then halfway between,
 * to the last address or until its time is up. The station that asks is one of them. Confined to its thread.
 */
final class AddressCaching implements BenchTest {
    /** A usual table, and about what finding its end takes: so many looks, and frames for so many times its addresses. */
    static final int TYPICAL = 1 << 16;

    private static final int LOOKS = 14;
    private static final int TIMES = 14;
    private static final int FEW = 256;

    private final LongSupplier nanoTime;
    private final Map<Device, Integer> known = new HashMap<>();

    /** No device is known yet; searches end by this clock. */
    AddressCaching(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return Rfc2889.NAME + "/address-caching-capacity";
    }

    /** For a table of 65,536 in which one number more is shown slowly, too. */
    @Override
    public Duration estimate(Conditions conditions) {
        double sending = (double) TIMES * TYPICAL / LearningProbe.easyRate(conditions)
                + LearningProbe.longest(conditions.profile());
        Duration estimate = conditions
                .profile()
                .around(Duration.ZERO)
                .multipliedBy(2)
                .plus(conditions.forgetting())
                .multipliedBy(LOOKS)
                .plusNanos((long) (sending * 1e9));
        Duration limit = LearningProbe.limit(conditions);
        return estimate.compareTo(limit) < 0 ? estimate : limit;
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
        TimeLimit limit = limit(conditions);
        LearningProbe probe = new LearningProbe(bed, conditions, trials, ports, limit);
        if (most > 1 && probe.knowsUnshown(Math.min(most, FEW))) {
            trials.remark(
                    "The device knew addresses that it had not been shown: it was told them, or did not forget them.");
            return List.of();
        }
        CapacitySearch search = new CapacitySearch(probe, LearningProbe.easyRate(conditions), most, limit, journal);
        search.run(bed.forget());
        known.put(bed.device(), search.low());
        remarkEnd(search, most, limit, trials);
        if (search.low() == 0) {
            return search.isCutShort() ? List.of() : List.of(Value.of("capacity", "addresses", 0));
        }
        @Nullable Double high = search.high() > most ? null : (Double) (search.high() + 1.0);
        double capacity = search.low() + 1.0;
        return List.of(new Value("capacity", null, "addresses", capacity, capacity, high));
    }

    /** Why the search knows no more than its bounds. */
    private static void remarkEnd(CapacitySearch search, int most, TimeLimit limit, Trials trials) {
        if (search.isCutShort()) {
            trials.remark(String.format(
                    Locale.ROOT,
                    "The search was ended by its limit of %,d s, not by the device: the capacity lies between these bounds.",
                    limit.length().toSeconds()));
        } else if (search.low() == 0) {
            trials.remark("Not one address was learnt: a frame to it was flooded, or did not arrive.");
        } else if (search.low() == most) {
            trials.remark("Every address that the tester may use here was learnt: there may be room for more.");
        }
        if (search.low() > 0 && search.isRough()) {
            trials.remark(
                    "The device could not be made to forget, so that only doubled numbers of addresses were tried.");
        }
    }

    /** A limit for one search that begins now. */
    TimeLimit limit(Conditions conditions) {
        return new TimeLimit(LearningProbe.limit(conditions), nanoTime);
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
