package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.device.SelfTest;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Carries out an order: the tester's own test for each length of frames, then setting after setting, and in each test after test. Confined
 * to its thread.
 */
final class Campaign {
    private final Order order;
    private final Ticker ticker;
    private final Recorder recorder;
    private final Map<FrameMix, Maximum> maxima = new HashMap<>();

    Campaign(Order order, Ticker ticker, Recorder recorder) {
        this.order = order;
        this.ticker = ticker;
        this.recorder = recorder;
    }

    /** The first line of the results. */
    static Entry.Run header(Order order) {
        return new Entry.Run(
                Entry.SCHEMA, order.suite(), order.command(), order.profile().name(), Machine.here());
    }

    /**
     * Runs it.
     *
     * @return whether it was not interrupted; either way the results end with a line that says so
     * @throws UnusableDeviceException if a device cannot be set up
     */
    boolean run() throws UnusableDeviceException {
        boolean isComplete = false;
        try {
            for (int repeat = 0; repeat < order.repeats(); repeat++) {
                for (Setting setting : order.settings()) {
                    run(setting);
                }
            }
            if (order.repeats() > 1) {
                recorder.spread().results().forEach(recorder::write);
            }
            isComplete = true;
        } catch (InterruptedException interrupted) {
            ticker.end();
        } finally {
            recorder.write(new Entry.End(isComplete, ticker.elapsedSeconds()));
        }
        ticker.end();
        return isComplete;
    }

    private void run(Setting setting) throws InterruptedException, UnusableDeviceException {
        Maximum maximum = maximum(setting);
        ticker.part(setting.words(), order.setUp());
        try (TestBed bed = open(setting)) {
            Conditions conditions = order.conditions(setting, vlans(bed), maximum);
            warmUp(bed, conditions);
            List<BenchTest> tests = order.tests().apply(setting);
            for (BenchTest test : tests) {
                ticker.part(setting.words(), order.estimate(test, setting));
                test.run(bed, conditions, recorder);
            }
        }
    }

    private TestBed open(Setting setting) throws UnusableDeviceException {
        try {
            return setting.choice()
                    .open(
                            setting.options(),
                            TesterConfig.RFC_2544.withQuiet(order.profile().stragglers()));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new UnusableDeviceException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Maximum maximum(Setting setting) throws InterruptedException {
        Maximum known = maxima.get(setting.frames());
        if (known == null) {
            known = order.maximum(selfTest(setting.options(), setting.frames()));
            maxima.put(setting.frames(), known);
        }
        return known;
    }

    private SelfTest selfTest(DeviceOptions options, FrameMix frames) throws InterruptedException {
        ticker.part("the tester alone", order.selfTest());
        ticker.begin("frames of " + frames.name());
        SelfTest test = SelfTest.measure(options, frames, order.selfTrial());
        recorder.write(test.entry());
        return test;
    }

    /** Forwards without looking, so that what comes later runs as compiled code. */
    private void warmUp(TestBed bed, Conditions conditions) throws InterruptedException {
        Pattern pattern = new Patterns(bed, conditions.addresses()).pairs();
        if (pattern.isPossible()) {
            bed.learn(pattern.streams());
            bed.run(TrialSpec.lasting(order.warmUp(), pattern.streams(), conditions.frames(), conditions.maximum()));
        }
    }

    /** How many VLANs are in use between the ports. */
    private static int vlans(TestBed bed) {
        long tagged = IntStream.range(0, bed.ports())
                .boxed()
                .flatMap(from -> IntStream.range(0, bed.ports()).boxed().flatMap(to -> bed.tags(from, to).stream()))
                .filter(vid -> vid > 0)
                .distinct()
                .count();
        return (int) Math.max(1, tagged);
    }
}
