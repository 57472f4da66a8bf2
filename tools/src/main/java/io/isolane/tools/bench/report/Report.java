package io.isolane.tools.bench.report;

import io.isolane.tools.bench.machine.CoreHiccups;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.machine.RoundTrip;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All that a bench run found. The names of these components, and of those of the records below it, are the keys of the JSON file; what is
 * null was not measured. Immutable.
 *
 * @param schema {@link #SCHEMA}; it grows when a key changes its name or its meaning
 * @param machine what it ran on
 * @param conditions what was measured
 * @param probes the machine's own speed and unrest, measured before
 * @param rows {@code no switch} first, then the modes
 * @param copies whether bytes are copied when frames are flooded
 * @param remarks what a reader should know beside the figures
 */
public record Report(
        int schema,
        Machine machine,
        Conditions conditions,
        Probes probes,
        List<Row> rows,
        @Nullable Copies copies,
        List<String> remarks) {
    /** Version of the keys. */
    public static final int SCHEMA = 1;

    public Report {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * What was measured.
     *
     * @param frameBytes length of the frames, without frame check sequence
     * @param addresses stations
     * @param ports ports in all
     * @param windows throughput windows of each row
     * @param windowSeconds length of one
     * @param latencyRate frames a second that the latency measurement sends
     * @param latencySeconds length of a row's latency measurement
     */
    public record Conditions(
            int frameBytes,
            int addresses,
            int ports,
            int windows,
            double windowSeconds,
            long latencyRate,
            double latencySeconds) {}

    /**
     * The machine by itself, with two threads on two cores; null where it has only one.
     *
     * @param roundTripNanos a cache line to another thread and back
     * @param hiccupP999Nanos how late a spinning thread is, 99.9th percentile by time
     * @param hiccupMaxNanos the same, longest
     */
    public record Probes(
            @Nullable Double roundTripNanos,
            @Nullable Long hiccupP999Nanos,
            @Nullable Long hiccupMaxNanos) {
        /** Measures this machine, for {@code each} of the two; with one core there is nothing to measure. */
        public static Probes measure(Duration each) {
            if (Runtime.getRuntime().availableProcessors() == 1) {
                return new Probes(null, null, null);
            }
            double roundTrip = RoundTrip.measure(each);
            Histogram hiccups = CoreHiccups.measure(each);
            return new Probes(roundTrip, hiccups.getValueAtPercentile(99.9), hiccups.getMaxValue());
        }
    }

    /**
     * One line of the table.
     *
     * @param name an isolation mode's label, or {@code no switch}
     */
    public record Row(
            String name, Throughput throughput, @Nullable Latency latency) {}
}
