package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.RateSearch;
import io.isolane.tools.bench.suite.TimeLimit;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The highest rate at which each new address is learnt (RFC 2889, 5.8), with as many addresses as the device can know. Confined to its thread. */
final class AddressLearning implements BenchTest {
    private final AddressCaching caching;

    AddressLearning(AddressCaching caching) {
        this.caching = caching;
    }

    @Override
    public String name() {
        return Rfc2889.NAME + "/address-learning-rate";
    }

    /** For as many addresses as a usual table holds. */
    @Override
    public Duration estimate(Conditions conditions) {
        double sending = AddressCaching.TYPICAL / LearningProbe.easyRate(conditions);
        Duration look = conditions
                .profile()
                .around(Duration.ZERO)
                .multipliedBy(2)
                .plus(conditions.forgetting())
                .plusNanos((long) (sending * 1e9));
        Duration estimate = look.multipliedBy(conditions.profile().searchTrials());
        Duration limit = LearningProbe.limit(conditions);
        return estimate.compareTo(limit) < 0 ? estimate : limit;
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        int capacity = caching.find(bed, conditions, journal);
        Trials trials = new Trials(name(), bed, conditions, journal);
        journal.begin(name());
        Trio ports = Trio.of(bed).orElse(null);
        if (ports == null) {
            trials.result(AddressCaching.tooFew(trials), null);
        } else if (capacity == 0 || !bed.forget()) {
            trials.remark(
                    capacity == 0
                            ? "The device learns no addresses, or none that it could be shown to learn."
                            : "The device cannot be made to forget, so that no address is new to it.");
            trials.result(List.of(), null);
        } else {
            TimeLimit limit = caching.limit(conditions);
            LearningProbe probe = new LearningProbe(bed, conditions, trials, ports, limit);
            trials.result(measure(probe, capacity, limit, conditions, journal, trials), null);
        }
    }

    private static List<Value> measure(
            LearningProbe probe, int count, TimeLimit limit, Conditions conditions, Journal journal, Trials trials)
            throws InterruptedException {
        RateSearch search =
                new RateSearch(conditions.maximum(), conditions.profile().resolution());
        while (!search.isOver() && limit.hasRoomFor(count / search.next())) {
            OptionalInt seen = probe.knownAfterOne(count, search.next());
            if (seen.isPresent()) {
                search.tried(seen.getAsInt() == count, search.next() * seen.getAsInt() / count);
            } else {
                search.notOffered(search.next() / 2);
            }
            journal.bounds(search.low(), search.high(), "addresses/s");
        }
        trials.remark(
                String.format(Locale.ROOT, "Each trial showed the device %,d addresses that were new to it.", count));
        remarkEnd(search, limit, trials);
        return List.of(search.value("learning rate", "addresses/s"));
    }

    private static void remarkEnd(RateSearch search, TimeLimit limit, Trials trials) {
        if (!search.isOver()) {
            trials.remark(String.format(
                    Locale.ROOT,
                    "The search was ended by its limit of %,d s, not by the device: the rate lies between these bounds.",
                    limit.length().toSeconds()));
        }
        if (search.isAtMaximum()) {
            trials.remarkMaximum();
            trials.remark("All were learnt at 100 %: how fast the device learns is beyond this maximum.");
        }
        trials.remarkNotOffered(search);
    }
}
