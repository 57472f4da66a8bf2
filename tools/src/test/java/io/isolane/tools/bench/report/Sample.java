package io.isolane.tools.bench.report;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.report.Report.Conditions;
import io.isolane.tools.bench.report.Report.Probes;
import io.isolane.tools.bench.report.Report.Row;
import io.isolane.tools.bench.rig.DeliveryFaults;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report of round figures. */
final class Sample {
    static final Conditions CONDITIONS = new Conditions(64, 256, 4, 11, 0.25, 1_000_000, 3);

    static final Latency BASELINE = latency(20_000, 15_000, DeliveryFaults.NONE);

    private Sample() {}

    static Report report() {
        List<Row> rows = List.of(
                row("no switch", 100e6, null, 1, BASELINE),
                row("shared-medium", 20e6, 0.5, 3, latency(30_000, 15_000, new DeliveryFaults(0, 0, 0, 6_000_000))),
                row("learning", 40e6, 1.0, 1, latency(25_500, 15_000, DeliveryFaults.NONE)));
        Copies copies = new Copies("shared-medium", 64, 20e6, 1500, 19.8e6, 0.99);
        return new Report(
                Report.SCHEMA,
                machine(),
                CONDITIONS,
                new Probes(110.4, 12_000L, 80_000L),
                rows,
                copies,
                Remarks.of(CONDITIONS, rows, copies));
    }

    static Machine machine() {
        return new Machine(
                "lab1",
                "Xeon",
                2,
                "Linux 6.12 amd64",
                "OpenJDK 64-Bit Server VM 25+36",
                List.of("-XX:+UseSerialGC"),
                List.of("Copy", "MarkSweepCompact"),
                "0.1.0",
                "0123456789ab",
                Instant.parse("2026-11-23T10:00:00Z"));
    }

    static Row row(String name, double rate, @Nullable Double ratio, int copies, @Nullable Latency latency) {
        return new Row(
                name, new Throughput(rate, rate * 0.9, rate * 1.1, 1e9 / rate, ratio, rate * copies, 0), latency);
    }

    static Latency latency(long p999, long hiccupP999, DeliveryFaults faults) {
        return latency(p999, hiccupP999, 16_000, faults);
    }

    static Latency latency(long p999, long hiccupP999, long switchHiccupP999, DeliveryFaults faults) {
        return new Latency(
                400,
                1_200,
                p999,
                2 * p999,
                1_234_567,
                hiccupP999,
                1_200_000,
                switchHiccupP999,
                1_100_000,
                3_000_000,
                3_000_000,
                1e6,
                faults);
    }
}
