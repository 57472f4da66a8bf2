package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one metric in one file. Immutable.
 *
 * @param samples one value for each fork, or for each run where nothing was forked
 * @param place where they stand
 * @param machine what they were measured on, as far as the file says
 * @param settings how they were measured: what may differ and is then said
 */
public record StoredMetric(Samples samples, Place place, Fingerprint machine, SortedMap<String, String> settings) {
    public StoredMetric {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** What was measured. */
    public Metric metric() {
        return samples.metric();
    }
}
