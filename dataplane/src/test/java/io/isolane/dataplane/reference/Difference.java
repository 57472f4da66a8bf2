package io.isolane.dataplane.reference;

import static java.util.stream.Collectors.joining;

import io.isolane.core.counter.DropReason;
import io.isolane.dataplane.WireFrame;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the switch and the reference part ways. */
sealed interface Difference {
    /** Statements of a test that fail while they do. */
    String assertion();

    /** What a port heard after the last step. */
    record Heard(String port, List<WireFrame> actual, List<WireFrame> expected) implements Difference {
        @Override
        public String assertion() {
            return "assertThat(fabric.heard(\"" + port + "\"))"
                    + (expected.isEmpty()
                            ? ".isEmpty();"
                            : expected.stream().map(Script::frame).collect(joining(", ", ".containsExactly(", ");")));
        }

        @Override
        public String toString() {
            return port + " heard " + actual + " where the reference heard " + expected;
        }
    }

    /** What a port counted. */
    record Counts(Map<DropReason, Long> drops, long moved, long notLearnt) {
        @Override
        public String toString() {
            return new TreeMap<>(drops) + ", moved " + moved + ", not learnt " + notLearnt;
        }
    }

    /** What a port had counted in the end. */
    record Counted(String port, Counts actual, Counts expected) implements Difference {
        @Override
        public String assertion() {
            StringBuilder text = new StringBuilder();
            for (DropReason reason : DropReason.values()) {
                long count = expected.drops().getOrDefault(reason, 0L);
                if (count != actual.drops().getOrDefault(reason, 0L)) {
                    text.append("assertThat(fabric.drops(\"%s\", DropReason.%s)).isEqualTo(%d);\n"
                            .formatted(port, reason, count));
                }
            }
            if (expected.moved() != actual.moved()) {
                text.append("assertThat(fabric.counters(\"%s\").stationsMoved()).isEqualTo(%d);\n"
                        .formatted(port, expected.moved()));
            }
            if (expected.notLearnt() != actual.notLearnt()) {
                text.append("assertThat(fabric.counters(\"%s\").notLearntFrames()).isEqualTo(%d);\n"
                        .formatted(port, expected.notLearnt()));
            }
            return text.toString().strip();
        }

        @Override
        public String toString() {
            return port + " counted " + actual + " where the reference counted " + expected;
        }
    }
}
