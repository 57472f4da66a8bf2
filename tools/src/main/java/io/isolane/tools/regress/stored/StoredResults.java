package io.isolane.tools.regress.stored;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one file has. Immutable.
 *
 * @param file as it was named
 * @param writer who wrote it
 * @param date when it was measured, where the file says so
 * @param commit of what was measured, where the file says so
 * @param metrics in the order of the file, each once
 * @param notes sentences: what of the file is not compared, and why
 */
public record StoredResults(
        String file,
        Writer writer,
        Optional<Instant> date,
        Optional<String> commit,
        List<StoredMetric> metrics,
        List<String> notes) {
    public StoredResults {
        metrics = List.copyOf(metrics);
        notes = List.copyOf(notes);
    }

    /** Who wrote a file. */
    public enum Writer {
        /** JMH, with {@code -rf json}. */
        JMH("a JMH result", false),
        /** {@code isolane bench} and its suites: JSON lines. */
        SUITE("a suite's result", true),
        /** {@code isolane regress run}. */
        REGRESS("a file of 'regress run'", true);

        private final String label;
        private final boolean namesMachine;

        Writer(String label, boolean namesMachine) {
            this.label = label;
            this.namesMachine = namesMachine;
        }

        /** In words. */
        public String label() {
            return label;
        }

        /** Whether its files say which machine they come from. */
        public boolean namesMachine() {
            return namesMachine;
        }
    }
}
