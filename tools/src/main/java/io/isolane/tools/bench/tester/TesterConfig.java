package io.isolane.tools.bench.tester;

import java.time.Duration;

/**
 * How a tester goes about it. Immutable.
 *
 * @param quiet how long nothing may arrive after the last frame was sent before what is missing counts as lost
 * @param fullPort what becomes of a frame that a port has no room for
 * @param learningRate learning frames a second
 */
public record TesterConfig(Duration quiet, FullPort fullPort, double learningRate) {
    /** What becomes of a frame that a port of the device has no room for, or no slot is free for. */
    public enum FullPort {
        /** It is lost, as on a wire: the load stays what it should be. */
        LOSE(1.25, Duration.ofMillis(250)),
        /** It waits, and all after it do, which their latencies show. */
        WAIT(1.5, Duration.ofSeconds(1)),
        /** It waits, and the trial lasts until every frame was sent, unless the device takes none for a second. */
        KEEP_WAITING(Double.POSITIVE_INFINITY, Duration.ZERO);

        private final double tooLong;
        private final Duration grace;

        FullPort(double tooLong, Duration grace) {
            this.tooLong = tooLong;
            this.grace = grace;
        }

        /** Nanoseconds after which a trial that should take {@code nanos} sends no more. */
        double limitNanos(double nanos) {
            return nanos * tooLong + grace.toNanos();
        }
    }

    /** As RFC 2544 has it (section 23): two seconds for stragglers. */
    public static final TesterConfig RFC_2544 = new TesterConfig(Duration.ofSeconds(2), FullPort.LOSE, 100_000);

    public TesterConfig withQuiet(Duration duration) {
        return new TesterConfig(duration, fullPort, learningRate);
    }

    public TesterConfig withFullPort(FullPort way) {
        return new TesterConfig(quiet, way, learningRate);
    }

    public TesterConfig withLearningRate(double framesPerSecond) {
        return new TesterConfig(quiet, fullPort, framesPerSecond);
    }
}
