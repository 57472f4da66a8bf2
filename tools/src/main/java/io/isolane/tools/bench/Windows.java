package io.isolane.tools.bench;

import io.isolane.tools.bench.report.Median;
import io.isolane.tools.bench.report.Throughput;
import io.isolane.tools.bench.rig.ForwardingRig;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The throughput windows of one rig. Confined to its thread. */
final class Windows implements AutoCloseable {
    /** Steps between two looks at the clock. */
    private static final int STEPS = 64;

    private final ForwardingRig rig;
    private final double[] framesPerSecond;
    private final double[] deliveredPerSecond;
    private final long droppedBefore;
    private int taken;

    /** For {@code count} windows of {@code rig}, which is closed with them. */
    Windows(ForwardingRig rig, int count) {
        this.rig = rig;
        this.framesPerSecond = new double[count];
        this.deliveredPerSecond = new double[count];
        this.droppedBefore = rig.dropped();
    }

    void warmUp(long nanos) {
        run(nanos);
    }

    void take(long nanos) {
        long delivered = rig.delivered();
        long begun = System.nanoTime();
        long frames = run(nanos);
        double seconds = (System.nanoTime() - begun) / 1e9;
        framesPerSecond[taken] = frames / seconds;
        deliveredPerSecond[taken] = (rig.delivered() - delivered) / seconds;
        taken++;
    }

    /** What the windows say; {@code learning} is what they are compared with. */
    Throughput summary(@Nullable Windows learning) {
        double median = Median.of(framesPerSecond);
        return new Throughput(
                median,
                Arrays.stream(framesPerSecond).min().orElseThrow(),
                Arrays.stream(framesPerSecond).max().orElseThrow(),
                1e9 / median,
                learning == null ? null : ratioTo(learning),
                Median.of(deliveredPerSecond),
                rig.dropped() - droppedBefore);
    }

    /** Median of the ratios of windows that were taken one after the other: what slows the machine for a while slows both. */
    double ratioTo(Windows other) {
        double[] ratios = new double[taken];
        Arrays.setAll(ratios, i -> framesPerSecond[i] / other.framesPerSecond[i]);
        return Median.of(ratios);
    }

    double medianRate() {
        return Median.of(framesPerSecond);
    }

    @Override
    public void close() {
        rig.close();
    }

    private long run(long nanos) {
        long frames = 0;
        long end = System.nanoTime() + nanos;
        do {
            for (int i = 0; i < STEPS; i++) {
                frames += rig.step();
            }
        } while (System.nanoTime() - end < 0);
        return frames;
    }
}
