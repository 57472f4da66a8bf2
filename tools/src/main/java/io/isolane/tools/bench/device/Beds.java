package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.TestBed;
import java.io.IOException;
import java.util.List;

/** Test beds for each kind of device. Stateless. */
public final class Beds {
    /** Learning frames a second: rings in memory hold up the tester before one is lost. */
    private static final double MEMORY_LEARNING_RATE = 2_000_000;

    /** What any bridge learns at. */
    private static final double LINUX_LEARNING_RATE = 20_000;

    private Beds() {}

    /**
     * This switch in memory.
     *
     * @throws IllegalArgumentException if the options do not fit together
     */
    public static TestBed memory(DeviceOptions options, TesterConfig config) {
        return new Bed(new MemorySwitch(options), config.withLearningRate(MEMORY_LEARNING_RATE));
    }

    /**
     * Two of this switch in memory, joined by a cable.
     *
     * @throws IllegalArgumentException if the options do not fit together, or the mode is another than {@code learning}
     */
    public static TestBed joined(DeviceOptions options, TesterConfig config) {
        return new Bed(new JoinedSwitches(options), config.withLearningRate(MEMORY_LEARNING_RATE));
    }

    /**
     * Whatever is between Linux interfaces.
     *
     * @param endpoints two or more
     * @throws IOException naming what is missing and, where known, its mend; nothing is left open
     */
    public static TestBed linux(List<Endpoint> endpoints, DeviceOptions options, TesterConfig config)
            throws IOException {
        return new Bed(new LinuxDevice(endpoints, options), config.withLearningRate(LINUX_LEARNING_RATE));
    }

    /** Nothing: each port is connected to the one beside it, so that the tester itself is measured. */
    public static TestBed backToBack(DeviceOptions options, TesterConfig config) {
        return new Bed(new BackToBack(options), config);
    }
}
