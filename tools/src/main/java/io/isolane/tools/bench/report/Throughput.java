package io.isolane.tools.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * Frames through one thread that generates, forwards and receives them. Immutable.
 *
 * @param framesPerSecond frames that entered, median of the windows
 * @param lowest the slowest window
 * @param highest the fastest window
 * @param nanosPerFrame by the median
 * @param ratioToLearning median of each window's ratio to the window of {@code learning} beside it; null if that was not measured
 * @param deliveredPerSecond frames that left, each copy counted, median
 * @param dropped frames that the switch dropped, in all
 */
public record Throughput(
        double framesPerSecond,
        double lowest,
        double highest,
        double nanosPerFrame,
        @Nullable Double ratioToLearning,
        double deliveredPerSecond,
        long dropped) {}
