package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.trial.TrialResult;

/** Where a test writes what it finds, and says what it is doing meanwhile. Confined to the test's thread. */
public interface Journal {
    /** Keeps an entry: what was handed in here survives an interrupt. */
    void write(Entry entry);

    /** Keeps the histograms of a trial in the log beside the results, under the tag that an {@link Entry.Result} names. */
    void log(String tag, TrialResult trial);

    /** A part of a test begins, as "searching for the throughput"; for whoever waits. */
    void begin(String doing);

    /** A search has come so far. */
    void bounds(double low, double high, String unit);
}
