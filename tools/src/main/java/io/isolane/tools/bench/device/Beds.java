package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.TestBed;

/** Test beds for each kind of device. Stateless. */
public final class Beds {
    private Beds() {}

    /**
     * This switch in memory.
     *
     * @throws IllegalArgumentException if the options do not fit together
     */
    public static TestBed memory(DeviceOptions options, TesterConfig config) {
        return new Bed(new MemorySwitch(options), config.withLearningRate(MEMORY_LEARNING_RATE));
    }

    /** Learning frames a second: rings in memory hold up the tester before one is lost. */
    private static final double MEMORY_LEARNING_RATE = 2_000_000;
}
