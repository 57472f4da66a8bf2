package io.isolane.tools.bench.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes turns: in each, every arrangement for a window, and between them the distance of the cores. Confined to its thread. */
final class Turns {
    private static final Duration SETTLING = Duration.ofMillis(200);

    private final CorePair cores;
    private final Duration window;
    private final Consumer<String> progress;

    /** {@code progress} hears what is being done. */
    Turns(CorePair cores, Duration window, Consumer<String> progress) {
        this.cores = cores;
        this.window = window;
        this.progress = progress;
    }

    /**
     * Takes so many, after one that is not counted: in it the compiler comes to know all of the code.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    List<Turn> take(int count) throws InterruptedException {
        progress.accept("warming up");
        turn();
        List<Turn> turns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            progress.accept("turn " + i + " of " + count);
            turns.add(turn());
        }
        return turns;
    }

    private Turn turn() throws InterruptedException {
        List<Double> trips = new ArrayList<>();
        trips.add(cores.roundTripNanos());
        Reading alone = read(Arrangement.ALONE, trips);
        Reading staying = read(Arrangement.STAYING, trips);
        Reading crossing = read(Arrangement.CROSSING, trips);
        Reading oneWay = read(Arrangement.ONE_WAY, trips);
        return new Turn(alone, staying, crossing, oneWay, trips);
    }

    /** Adds the round trip just after it. */
    private Reading read(Arrangement arrangement, List<Double> trips) throws InterruptedException {
        Reading reading = read(arrangement);
        trips.add(cores.roundTripNanos());
        return reading;
    }

    private Reading read(Arrangement arrangement) throws InterruptedException {
        try (ScalingRig rig = new ScalingRig(arrangement, cores)) {
            rig.warmUp(SETTLING);
            return rig.measure(window);
        }
    }
}
