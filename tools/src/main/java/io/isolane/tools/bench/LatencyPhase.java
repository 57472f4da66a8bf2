package io.isolane.tools.bench;

import io.isolane.tools.bench.rig.LatencyResult;
import io.isolane.tools.bench.rig.LatencyRig;
import java.util.Arrays;
import java.util.List;

/** Measures the latency of all subjects in turn, several rounds of it. A rig's thread wants a core: there is only one rig at a time. */
final class LatencyPhase {
    private final Plan plan;

    LatencyPhase(Plan plan) {
        this.plan = plan;
    }

    /** The results, in the order of the plan's subjects. */
    List<LatencyResult> measure(Progress progress) {
        List<Subject> subjects = plan.latencySubjects();
        progress.begin("warming up for latency", subjects.size());
        for (Subject subject : subjects) {
            round(subject);
            progress.step();
        }
        LatencyResult[] results = new LatencyResult[subjects.size()];
        Arrays.fill(results, LatencyResult.none());
        progress.begin("measuring latency", Plan.ROUNDS * subjects.size());
        for (int i = 0; i < Plan.ROUNDS; i++) {
            for (int subject = 0; subject < results.length; subject++) {
                results[subject] = results[subject].plus(round(subjects.get(subject)));
                progress.step();
            }
        }
        return List.of(results);
    }

    private LatencyResult round(Subject subject) {
        try (LatencyRig rig = subject.latencyRig()) {
            rig.measure(plan.framesIn(plan.warmUp().dividedBy(3)), plan.latencyRate());
            return rig.measure(plan.framesIn(plan.round()), plan.latencyRate());
        } finally {
            freeRig();
        }
    }

    /** A rig's memory lies outside the heap and goes when the collector has found that nobody refers to it. */
    private static void freeRig() {
        System.gc();
    }
}
