package io.isolane.tools.regress.stored;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The samples of one fork in JMH's sampling mode, all iterations together. Immutable.
 *
 * @param counts how many samples had each value
 * @param size how many samples there are; at least 1
 */
record ForkHistogram(NavigableMap<Double, Long> counts, long size) {
    /** From a list for each iteration, in it pairs of a value and its count. */
    static ForkHistogram of(Json fork) throws InvalidResultsException {
        NavigableMap<Double, Long> counts = new TreeMap<>();
        for (Json iteration : fork.items()) {
            for (Json pair : iteration.items()) {
                List<Json> both = pair.items();
                if (both.size() != 2) {
                    throw pair.complaint("expected a value and its count");
                }
                counts.merge(both.get(0).number(), (long) both.get(1).integer(), Long::sum);
            }
        }
        long size = counts.values().stream().mapToLong(Long::longValue).sum();
        if (size < 1) {
            throw fork.complaint("this fork has no samples: it failed, or its iterations were too short");
        }
        return new ForkHistogram(counts, size);
    }

    double mean() {
        return counts.entrySet().stream()
                        .mapToDouble(entry -> entry.getKey() * entry.getValue())
                        .sum()
                / size;
    }

    /** The smallest value that at least this share of the samples does not exceed. */
    double at(double share) {
        long needed = (long) Math.ceil(share * size);
        long seen = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= needed) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
