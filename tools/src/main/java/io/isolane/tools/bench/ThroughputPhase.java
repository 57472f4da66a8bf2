package io.isolane.tools.bench;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.report.Copies;
import io.isolane.tools.bench.report.Throughput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the throughput windows of all subjects in turn, so that what the machine does meanwhile hits all alike. */
final class ThroughputPhase implements AutoCloseable {
    private final Plan plan;
    private final List<Subject> subjects;
    private final List<Windows> windows = new ArrayList<>();

    ThroughputPhase(Plan plan) {
        this.plan = plan;
        this.subjects = plan.throughputSubjects();
    }

    void measure(Progress progress) {
        progress.begin("warming up", subjects.size());
        for (Subject subject : subjects) {
            Windows each = new Windows(subject.forwardingRig(), Plan.WINDOWS);
            windows.add(each);
            each.warmUp(plan.warmUp().toNanos());
            progress.step();
        }
        progress.begin("measuring throughput", Plan.WINDOWS * subjects.size());
        for (int i = 0; i < Plan.WINDOWS; i++) {
            for (Windows each : windows) {
                each.take(plan.window().toNanos());
                progress.step();
            }
        }
    }

    Throughput of(int subject) {
        return windows.get(subject).summary(learning().orElse(null));
    }

    /** Short frames against long ones, if the plan has both. */
    @Nullable
    Copies copies() {
        int other = windows.size() - 1;
        int flooded = indexOf(Copies.MODE);
        if (flooded < 0) {
            return null;
        }
        boolean isOtherLonger = plan.otherFrameLength() > plan.frameLength();
        Windows shorts = windows.get(isOtherLonger ? flooded : other);
        Windows longs = windows.get(isOtherLonger ? other : flooded);
        return new Copies(
                Copies.MODE.label(),
                Math.min(plan.frameLength(), plan.otherFrameLength()),
                shorts.medianRate(),
                Math.max(plan.frameLength(), plan.otherFrameLength()),
                longs.medianRate(),
                longs.ratioTo(shorts));
    }

    @Override
    public void close() {
        windows.forEach(Windows::close);
    }

    private Optional<Windows> learning() {
        int index = indexOf(IsolationMode.LEARNING);
        return index < 0 ? Optional.empty() : Optional.of(windows.get(index));
    }

    private int indexOf(IsolationMode mode) {
        return subjects.stream().map(Subject::name).toList().indexOf(mode.label());
    }
}
