package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.TestBed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** From a port of the device to another. Immutable. */
record Way(int from, int to) {
    /** Every way there would be if all ports might talk, by sender and then receiver. */
    static List<Way> all(TestBed bed) {
        List<Way> ways = new ArrayList<>();
        for (int from = 0; from < bed.ports(); from++) {
            for (int to = 0; to < bed.ports(); to++) {
                if (from != to) {
                    ways.add(new Way(from, to));
                }
            }
        }
        return ways;
    }

    /** Those that isolation leaves. */
    static List<Way> open(TestBed bed, Predicate<Way> which) {
        return all(bed).stream().filter(which).filter(way -> way.isOpen(bed)).toList();
    }

    Way back() {
        return new Way(to, from);
    }

    boolean isOpen(TestBed bed) {
        return !bed.tags(from, to).isEmpty();
    }
}
