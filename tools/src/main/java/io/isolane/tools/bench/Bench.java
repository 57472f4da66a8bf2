package io.isolane.tools.bench;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.report.Copies;
import io.isolane.tools.bench.report.Latency;
import io.isolane.tools.bench.report.Remarks;
import io.isolane.tools.bench.report.Report;
import io.isolane.tools.bench.report.Report.Conditions;
import io.isolane.tools.bench.report.Report.Probes;
import io.isolane.tools.bench.report.Report.Row;
import io.isolane.tools.bench.rig.LatencyResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Measures what a plan says: first the machine, then throughput, then latency. Confined to its thread. */
final class Bench {
    private final Plan plan;
    private final Progress progress;

    Bench(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    Report run() {
        Machine machine = Machine.here();
        boolean hasTwoCores = machine.cores() > 1;
        Probes probes = probes();
        try (ThroughputPhase throughput = new ThroughputPhase(plan)) {
            throughput.measure(progress);
            List<LatencyResult> latencies = hasTwoCores ? new LatencyPhase(plan).measure(progress) : List.of();
            progress.end();
            return report(machine, probes, throughput, latencies);
        }
    }

    private Probes probes() {
        progress.begin("measuring the machine itself", 1);
        Probes measured = Probes.measure(plan.probe());
        progress.step();
        return measured;
    }

    private Report report(Machine machine, Probes probes, ThroughputPhase throughput, List<LatencyResult> latencies) {
        List<Subject> subjects = plan.latencySubjects();
        List<Row> rows = IntStream.range(0, subjects.size())
                .mapToObj(i -> new Row(
                        subjects.get(i).name(),
                        throughput.of(i),
                        latencies.isEmpty() ? null : Latency.of(latencies.get(i))))
                .toList();
        Copies copies = throughput.copies();
        return new Report(
                Report.SCHEMA, machine, conditions(), probes, rows, copies, Remarks.of(conditions(), rows, copies));
    }

    private Conditions conditions() {
        return new Conditions(
                plan.frameLength(),
                plan.addresses(),
                plan.scenario(plan.modes().getFirst()).ports(),
                Plan.WINDOWS,
                seconds(plan.window()),
                plan.latencyRate(),
                seconds(plan.round()) * Plan.ROUNDS);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
