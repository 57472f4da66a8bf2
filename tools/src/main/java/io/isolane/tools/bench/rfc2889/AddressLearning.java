package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.RateSearch;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions
                .profile()
                .around(conditions.profile().trial().dividedBy(2))
                .multipliedBy(2L * conditions.profile().searchTrials());
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
            LearningProbe probe = new LearningProbe(bed, conditions, trials, ports);
            trials.result(measure(probe, capacity, conditions, journal, trials), null);
        }
    }

    private static List<Value> measure(
            LearningProbe probe, int count, Conditions conditions, Journal journal, Trials trials)
            throws InterruptedException {
        RateSearch search =
                new RateSearch(conditions.maximum(), conditions.profile().resolution());
        while (!search.isOver()) {
            int seen = probe.knownAfterOne(count, search.next());
            search.tried(seen == count, search.next() * seen / count);
            journal.bounds(search.low(), search.high(), "addresses/s");
        }
        trials.remark(
                String.format(Locale.ROOT, "Each trial showed the device %,d addresses that were new to it.", count));
        if (search.isAtMaximum()) {
            trials.remarkMaximum();
            trials.remark("All were learnt at 100 %: how fast the device learns is beyond this maximum.");
        }
        return List.of(search.value("learning rate", "addresses/s"));
    }
}
