package io.isolane.tools.bench.results;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.trial.Device;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a results file: its component names are the keys, and {@code kind} says which record it is. Immutable. */
public sealed interface Entry {
    /** Version of the keys; it grows when a key changes its name or its meaning. */
    int SCHEMA = 1;

    /**
     * The first line: what ran, and where.
     *
     * @param schema {@link #SCHEMA}
     * @param suite {@code rfc2544}, {@code rfc2889}, {@code mlrsearch}, {@code soak}
     * @param command the command line that does the same again
     * @param profile {@code quick}, {@code default} or {@code full}
     */
    record Run(int schema, String suite, String command, String profile, Machine machine) implements Entry {}

    /**
     * The tester alone, generator to receiver back to back, with no device between.
     *
     * @param frames length with FCS, or {@code IMIX}
     * @param ceiling frames a second that it sends and receives without loss
     * @param latencyNanos its own share of a latency, by percentile: {@code p50}, {@code p99}, {@code p99.9}, {@code max}
     */
    record SelfTest(String frames, double ceiling, Map<String, Double> latencyNanos) implements Entry {}

    /**
     * A finished trial.
     *
     * @param test as in {@link Result}
     * @param frames length with FCS, or {@code IMIX}
     * @param addresses stations in all
     * @param vlans VLANs in use
     * @param rate intended load, frames a second in all; null when back-to-back
     * @param seconds intended length
     * @param lossRatio from 0 to 1
     * @param forwardingRate frames a second that arrived
     * @param latencyNanos by percentile
     * @param senderLateNanos how late the tester's thread was, by percentile
     * @param deviceLateNanos how late the device's thread was, where it can be watched
     * @param note what it was for, as {@code NDR: lower bound}
     */
    record Trial(
            String test,
            Device device,
            String frames,
            int addresses,
            int vlans,
            @Nullable Double rate,
            double seconds,
            long intended,
            long sent,
            long received,
            long duplicates,
            long reordered,
            long misdirected,
            double lossRatio,
            double forwardingRate,
            Map<String, Double> latencyNanos,
            Map<String, Double> senderLateNanos,
            Map<String, Double> deviceLateNanos,
            String note)
            implements Entry {}

    /**
     * What a test found.
     *
     * @param test suite and test: {@code rfc2544/throughput}
     * @param frames length with FCS, or {@code IMIX}
     * @param addresses stations in all
     * @param vlans VLANs in use
     * @param values the figures
     * @param remarks what a reader should know beside them, in sentences: "learning frames were not learnt"
     * @param hlog tag of its histogram in the log beside this file, or null
     */
    record Result(
            String test,
            Device device,
            String frames,
            int addresses,
            int vlans,
            List<Value> values,
            List<String> remarks,
            @Nullable String hlog)
            implements Entry {
        public Result {
            values = List.copyOf(values);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The last line; where it is missing the run was cut off.
     *
     * @param complete false if the run was ended early
     */
    record End(boolean complete, double seconds) implements Entry {}

    /**
     * A figure.
     *
     * @param name {@code throughput}, {@code NDR}, {@code p99}
     * @param at where on a curve it lies, as 0.9 of the rate or 4096 addresses; null for a single figure
     * @param unit {@code frames/s}, {@code ns}, {@code %}, {@code addresses}, {@code frames}, {@code s}
     * @param low lower bound, where there is one
     * @param high upper bound, where there is one
     */
    record Value(
            String name,
            @Nullable Double at,
            String unit,
            double value,
            @Nullable Double low,
            @Nullable Double high) {
        /** A figure without bounds that lies on no curve. */
        public static Value of(String name, String unit, double value) {
            return new Value(name, null, unit, value, null, null);
        }
    }
}
