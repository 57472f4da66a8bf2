package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Bound;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trials of one test: learning frames and a pause before each (RFC 2544, 23), a line in the journal after each, and at the end the result with
 * what was odd about the device. Confined to its thread.
 */
public final class Trials {
    /** Trials at a load that the tester does not keep to, before it counts as one that it cannot offer. */
    private static final int ATTEMPTS = 3;

    private final String test;
    private final TestBed bed;
    private final Conditions conditions;
    private final Journal journal;
    private final Symptoms symptoms = new Symptoms();
    private final Set<String> remarks = new LinkedHashSet<>();

    /** No trial yet of the test with this name. */
    public Trials(String test, TestBed bed, Conditions conditions, Journal journal) {
        this.test = test;
        this.bed = bed;
        this.conditions = conditions;
        this.journal = journal;
    }

    /**
     * Teaches the device every station, sends, and writes the trial down.
     *
     * @param note what the trial is for
     * @throws InterruptedException if the thread was interrupted; this trial is not in the journal then
     */
    public TrialResult run(TrialSpec spec, String note) throws InterruptedException {
        learn(spec.streams());
        TrialResult result = measure(spec);
        symptoms.add(result);
        write(result, conditions.addresses(), List.of(), note);
        return result;
    }

    /**
     * The same, but leaves it to the test to say what is odd.
     *
     * @throws InterruptedException as {@link #run}
     */
    public TrialResult runUnremarked(TrialSpec spec, String note) throws InterruptedException {
        learn(spec.streams());
        return runUnlearnt(spec, conditions.addresses(), note);
    }

    /**
     * The same several times, with the histograms of each in the log.
     *
     * @param tag of the histograms
     * @throws InterruptedException as {@link #run}
     */
    public List<TrialResult> repeat(int count, TrialSpec spec, String tag, String note) throws InterruptedException {
        List<TrialResult> results = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            TrialResult result = run(spec, note + ", " + i + " of " + count);
            journal.log(tag, result);
            results.add(result);
        }
        return results;
    }

    /**
     * Sends without learning frames, for tests that are about them, and leaves it to those to say what is odd.
     *
     * @param addresses stations that this trial is about
     * @throws InterruptedException as {@link #run}
     */
    public TrialResult runUnlearnt(TrialSpec spec, int addresses, String note) throws InterruptedException {
        TrialResult result = measure(spec);
        write(result, addresses, List.of(), note);
        return result;
    }

    /**
     * Searches for the highest load of a pattern without loss. A load that the tester does not keep to, however often it tries, neither passes nor fails.
     *
     * @param goal what the bound is called: {@code throughput}
     * @throws InterruptedException as {@link #run}
     */
    public RateSearch search(Pattern pattern, String goal) throws InterruptedException {
        RateSearch search =
                new RateSearch(conditions.maximum(), conditions.profile().resolution());
        journal.begin(test + ", searching for the " + goal);
        while (!search.isOver()) {
            TrialResult result = send(lasting(pattern, search.next()));
            if (result.isOffered()) {
                search.tried(result.isLossless(), result.forwardingRate());
            } else {
                search.notOffered(result.forwardingRate());
            }
            journal.bounds(search.low(), search.high(), "frames/s");
            write(
                    result,
                    List.of(search.bound(goal)),
                    goal + (result.isOffered() ? " search" : " search, not judged: the tester fell behind the load"));
        }
        remarkOn(search);
        return search;
    }

    /**
     * Teaches the device every station and sends; again, if the tester did not keep to the load, since that says nothing of the device. The
     * test writes the last of these trials down by {@link #write}, when it knows what it means, and looks whether that one was {@linkplain
     * TrialResult#isOffered offered}.
     *
     * @throws InterruptedException as {@link #run}
     */
    public TrialResult send(TrialSpec spec) throws InterruptedException {
        learn(spec.streams());
        TrialResult result = measure(spec);
        symptoms.add(result);
        for (int attempt = 1; attempt < ATTEMPTS && !result.isOffered(); attempt++) {
            write(result, List.of(), "done again, since the tester fell behind the load");
            result = measure(spec);
            symptoms.add(result);
        }
        return result;
    }

    /**
     * As {@link #send} and written down. If the tester did not keep to the load, the result says which figure it goes without.
     *
     * @param figure what cannot be said then: "loss"
     * @throws InterruptedException as {@link #run}
     */
    public TrialResult sendFor(String figure, TrialSpec spec, String note) throws InterruptedException {
        TrialResult result = send(spec);
        write(result, List.of(), note);
        if (!result.isOffered()) {
            remark(String.format(
                    Locale.ROOT,
                    "No %s is given at %,.0f frames/s: the tester fell behind this load in %d trials.",
                    figure,
                    spec.rate(),
                    ATTEMPTS));
        }
        return result;
    }

    /** Writes down a trial of {@link #send}, and what a search knows after it. */
    public void write(TrialResult result, List<Bound> bounds, String note) {
        write(result, conditions.addresses(), bounds, note);
    }

    /** A trial of a profile's usual length. */
    public TrialSpec lasting(Pattern pattern, double rate) {
        return lasting(conditions.profile().trial(), pattern, rate);
    }

    /** A trial of this test's frames. */
    public TrialSpec lasting(Duration duration, Pattern pattern, double rate) {
        return TrialSpec.lasting(duration, pattern.streams(), conditions.frames(), rate);
    }

    /** Adds a sentence to the result. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Says of a load what it is 100 % of. */
    public void remarkMaximum() {
        remark(String.format(
                Locale.ROOT,
                "100 %% is %,.0f frames/s of all ports together: %s.",
                conditions.maximum(),
                conditions.maximumMeans()));
    }

    /**
     * Writes the result.
     *
     * @param hlog tag of its histograms, or null
     */
    public void result(List<Value> values, @Nullable String hlog) {
        symptoms.sentences().forEach(remarks::add);
        journal.write(new Entry.Result(
                test,
                bed.device(),
                conditions.frames().name(),
                conditions.addresses(),
                conditions.vlans(),
                values,
                List.copyOf(remarks),
                hlog));
    }

    private void learn(List<Stream> streams) throws InterruptedException {
        bed.learn(streams).ifPresent(symptoms::unlearnt);
        bed.rest(conditions.profile().learnt());
    }

    private TrialResult measure(TrialSpec spec) throws InterruptedException {
        TrialResult result = bed.run(spec);
        bed.rest(conditions.profile().rested());
        return result;
    }

    private void write(TrialResult result, int addresses, List<Bound> bounds, String note) {
        journal.write(Entry.Trial.of(test, bed.device(), addresses, conditions.vlans(), result, bounds, note));
    }

    /** Says so if it was the tester that kept a search from going higher. */
    public void remarkNotOffered(RateSearch search) {
        if (search.isHeldByTester()) {
            remark(String.format(
                    Locale.ROOT,
                    "The tester did not keep to %,.0f a second, nor to more, in %d trials each: the search ended at the tester's limit, and what the"
                            + " device does there is not known.",
                    search.high(),
                    ATTEMPTS));
        }
    }

    private void remarkOn(RateSearch search) {
        remarkMaximum();
        remarkNotOffered(search);
        if (search.isAtMaximum()) {
            remark("The device took 100 % without loss: what more it could do is beyond this maximum.");
        } else if (search.low() == 0 && search.hasFailed() && !search.isSilent()) {
            remark(String.format(
                    Locale.ROOT,
                    "Frames were lost at every load that was tried, down to %,.0f frames/s.",
                    search.high()));
        }
    }
}
