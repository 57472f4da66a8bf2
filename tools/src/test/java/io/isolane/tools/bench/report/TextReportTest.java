package io.isolane.tools.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.report.Report.Probes;
import io.isolane.tools.bench.report.Report.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void shouldShowTheMachineThenTheTableThenWhatIsCounted() {
        assertThat(String.join("\n", TextReport.render(Sample.report())) + "\n").isEqualTo("""
                host    lab1, Xeon, 2 cores, Linux 6.12 amd64
                JVM     OpenJDK 64-Bit Server VM 25+36, Copy + MarkSweepCompact collector
                flags   -XX:+UseSerialGC
                commit  0123456789ab, version 0.1.0, 2026-11-23T10:00:00Z
                cores   a cache line to another core and back 110 ns; hiccups before the run: 99.9% under 12.0 us, longest 80.0 us

                                ----------------- throughput of one core -----------------  -------- latency, us --------  - late, us -
                isolation mode   Mpps  (lowest,  highest)  ns/frame  to learning  Mpps out  50%  99%  99.9%  99.99%   max  send  switch
                no switch       100.0    (90.0,    110.0)      10.0            -     100.0  0.4  1.2   20.0    40.0  1235  15.0    16.0
                shared-medium    20.0    (18.0,     22.0)      50.0         0.50      60.0  0.4  1.2   30.0    60.0  1235  15.0    16.0
                learning         40.0    (36.0,     44.0)      25.0         1.00      40.0  0.4  1.2   25.5    51.0  1235  15.0    16.0

                Frames of 64 bytes (without FCS) between 4 ports and 256 stations. Throughput: one thread is generator, switch and sink;
                median of 11 windows of 0.25 s, the modes in turn. Mpps out counts every copy. Latency: two threads, 1 Mpps for 3.0 s,
                every frame timed from the moment it was due until it is received where it belongs. Late, up to 99.9% of the time: the
                sending thread and the switch's own in the same seconds, for something due every microsecond, a turn of their loops
                included. No switch: the same frames, ports and rings with nothing between them.
                - shared-medium floods without copying bytes: 20.0 Mpps with 64 bytes, 19.8 with 1500, a ratio of 0.99.
                """);
    }

    @Test
    void shouldLeaveOutWhatOneCoreCannotMeasure() {
        List<Row> rows =
                List.of(Sample.row("no switch", 50e6, null, 1, null), Sample.row("learning", 10e6, 1.0, 1, null));
        Report report = new Report(
                Report.SCHEMA,
                Sample.machine(),
                Sample.CONDITIONS,
                new Probes(null, null, null),
                rows,
                null,
                Remarks.of(Sample.CONDITIONS, rows, null));

        assertThat(TextReport.render(report))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("learning")
                        .endsWith("10.0    -    -      -       -    -     -       -"))
                .noneSatisfy(line -> assertThat(line).startsWith("cores"))
                .last()
                .isEqualTo("- This machine has one core: latency between two threads cannot be measured on it.");
    }

    @Test
    void shouldKeepEveryLineWithinATerminalOfOrdinaryWidth() {
        assertThat(TextReport.render(Sample.report()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }
}
