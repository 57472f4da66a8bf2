package io.isolane.tools.bench.device;

import io.isolane.tools.bench.report.Median;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Percentiles;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What the tester can do by itself, generator to receiver back to back. No device can be measured to be faster than the ceiling here, and of
 * every latency the latency here is the tester's own share. Immutable; its histogram is not to be written.
 *
 * @param ceiling frames a second that it sends, each when it is due, and receives, when more are due than it can
 * @param latency nanoseconds, at half of the ceiling
 */
public record SelfTest(FrameMix frames, double ceiling, Histogram latency) {
    private static final int ADDRESSES = 64;
    /** Trials until the tester is compiled: before, it is many times slower. */
    private static final int WARM_UPS = 10;

    private static final int OVERLOADS = 7;

    private static final Duration QUIET = Duration.ofMillis(1);

    /**
     * Measures, after a warm-up.
     *
     * @param options ports, rings and MTU are those of the device that is measured next
     * @param trial length of each of the trials, which are a score at most
     * @throws InterruptedException if the thread was interrupted
     */
    public static SelfTest measure(DeviceOptions options, FrameMix frames, Duration trial) throws InterruptedException {
        try (TestBed bed = Beds.backToBack(options, TesterConfig.RFC_2544.withQuiet(QUIET))) {
            List<Stream> streams = streams(bed);
            double backToBack = 0;
            long count = options.rings();
            for (int i = 0; i < WARM_UPS; i++) {
                TrialResult burst = bed.run(new TrialSpec(streams, frames, TrialSpec.BACK_TO_BACK, count));
                backToBack = burst.total().sent() / burst.sendSeconds();
                count = Math.max(1, Math.round(backToBack * trial.toNanos() / 1e9));
            }
            double ceiling = ceiling(bed, streams, frames, trial, 2 * backToBack);
            TrialSpec half = TrialSpec.lasting(trial, streams, frames, Math.max(1, ceiling / 2));
            return new SelfTest(frames, ceiling, bed.run(half).latency());
        }
    }

    /** For a results file. */
    public Entry.SelfTest entry() {
        return new Entry.SelfTest(frames.name(), ceiling, Percentiles.of(latency));
    }

    /** What it keeps up when every frame has its own time and each time is too soon; a pause of the machine in one trial of several moves no median. */
    private static double ceiling(TestBed bed, List<Stream> streams, FrameMix frames, Duration trial, double tooHigh)
            throws InterruptedException {
        double[] rates = new double[OVERLOADS];
        for (int i = 0; i < OVERLOADS; i++) {
            TrialResult result = bed.run(TrialSpec.lasting(trial, streams, frames, tooHigh));
            rates[i] = result.total().received() / result.sendSeconds();
        }
        return Median.of(rates);
    }

    private static List<Stream> streams(TestBed bed) {
        List<Stream> streams = new ArrayList<>();
        for (int port = 0; port < bed.ports(); port++) {
            int beside = port ^ 1;
            streams.add(Stream.of(port, beside, bed.stations(port, ADDRESSES), bed.stations(beside, ADDRESSES)));
        }
        return streams;
    }
}
