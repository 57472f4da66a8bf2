package io.isolane.tools.bench.results;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A line of a results file: its component names are the keys, and {@code kind} says which record it is. Immutable. The keys are explained,
 * with an example of each line, in {@code tools/examples/bench/README.md}; a test holds that page against these records.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Entry.SelfTest.class, name = "selfTest"),
    @JsonSubTypes.Type(value = Entry.Trial.class, name = "trial"),
    @JsonSubTypes.Type(value = Entry.Result.class, name = "result"),
    @JsonSubTypes.Type(value = Entry.End.class, name = "end"),
})
public sealed interface Entry {
    /** Version of the keys; it grows when a key changes its name or its meaning. */
    int SCHEMA = 1;

    /**
     * The first line: what ran, and where.
     *
     * @param schema {@link #SCHEMA}
     * @param suite {@code rfc2544}, {@code rfc2889}, {@code mlrsearch}, {@code soak}, {@code scale}, {@code peers}
     * @param command the command line that does the same again
     * @param profile {@code quick}, {@code default} or {@code full}
     */
    record Run(int schema, String suite, String command, String profile, Machine machine) implements Entry {}

    /**
     * The tester alone, generator to receiver back to back, with no device between.
     *
     * @param frames length with FCS, or {@code IMIX}
     * @param ceiling frames a second that it sends and receives when more are due than it can
     * @param latencyNanos its own share of a latency, by percentile, as {@link Percentiles} has them
     */
    record SelfTest(String frames, double ceiling, Map<String, Double> latencyNanos) implements Entry {
        public SelfTest {
            latencyNanos = Percentiles.copyOf(latencyNanos);
        }
    }

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
     * @param latencyNanos by percentile, as {@link Percentiles} has them
     * @param senderLateNanos how late the tester's thread was, by percentile of the time
     * @param deviceLateNanos how late the device's thread was, where it can be watched; else empty
     * @param bounds of a search: what is known of each of its goals after this trial; else empty
     * @param note what it was for, as {@code latency, 3 of 20}
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
            List<Bound> bounds,
            String note)
            implements Entry {
        public Trial {
            latencyNanos = Percentiles.copyOf(latencyNanos);
            senderLateNanos = Percentiles.copyOf(senderLateNanos);
            deviceLateNanos = Percentiles.copyOf(deviceLateNanos);
            bounds = List.copyOf(bounds);
        }

        /** What a tester measured, as a line. */
        public static Trial of(
                String test,
                Device device,
                int addresses,
                int vlans,
                TrialResult measured,
                List<Bound> bounds,
                String note) {
            StreamResult total = measured.total();
            double rate = measured.spec().rate();
            return new Trial(
                    test,
                    device,
                    measured.spec().frames().name(),
                    addresses,
                    vlans,
                    Double.isInfinite(rate) ? null : rate,
                    measured.spec().duration().toNanos() / 1e9,
                    total.intended(),
                    total.sent(),
                    total.received(),
                    total.duplicates(),
                    total.reordered(),
                    total.misdirected(),
                    measured.lossRatio(),
                    measured.forwardingRate(),
                    Percentiles.of(measured.latency()),
                    Percentiles.of(measured.senderLateness()),
                    Percentiles.of(measured.deviceLateness()),
                    bounds,
                    note);
        }
    }

    /**
     * What a search knows of a goal.
     *
     * @param goal as the {@link Value} of its result will be named: {@code NDR}, {@code PDR}
     * @param low highest load, in frames a second, that is known to meet it; null while none is
     * @param high lowest load that is known to miss it; null while none is
     */
    record Bound(
            String goal, @Nullable Double low, @Nullable Double high) {}

    /**
     * What a test found.
     *
     * @param test suite and test: {@code rfc2544/throughput}
     * @param frames length with FCS, or {@code IMIX}
     * @param addresses stations in all
     * @param vlans VLANs in use
     * @param values the figures
     * @param remarks what a reader should know beside them, in sentences: "learning frames were not learnt"
     * @param hlog tag of its histograms in the log beside this file, as {@link LatencyLog} writes them; or null
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
     * @param unit one of {@link #UNITS}
     * @param value finite
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
        /** The units there are: a figure is in one of them, never in a multiple such as Mpps or us. */
        public static final Set<String> UNITS = Set.of(
                "frames/s",
                "addresses/s",
                "bit/s",
                "ns",
                "s",
                "%",
                "frames",
                "addresses",
                "ports",
                "copies/frame",
                "times");

        /**
         * Checks unit and value.
         *
         * @throws IllegalArgumentException if the unit is none of {@link #UNITS}, or the value is not finite
         */
        public Value {
            if (!UNITS.contains(unit)) {
                throw new IllegalArgumentException("the unit '" + unit + "' of '" + name + "' is not known; known are "
                        + String.join(", ", new TreeSet<>(UNITS)));
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the value " + value + " of '" + name + "' is not finite");
            }
        }

        /** A figure without bounds that lies on no curve. */
        public static Value of(String name, String unit, double value) {
            return new Value(name, null, unit, value, null, null);
        }
    }
}
