package io.isolane.tools.bench.report;

import io.isolane.core.policy.IsolationMode;

/**
 * Short frames against long ones where every frame leaves on every other port: were bytes copied, the long ones would be slower. Immutable.
 *
 * @param mode {@code shared-medium}
 * @param shortBytes length of the short frames
 * @param shortFramesPerSecond frames that entered, median
 * @param longBytes length of the long frames
 * @param longFramesPerSecond frames that entered, median
 * @param ratio long to short, median of the windows
 */
public record Copies(
        String mode,
        int shortBytes,
        double shortFramesPerSecond,
        int longBytes,
        double longFramesPerSecond,
        double ratio) {
    /** The mode that floods most. */
    public static final IsolationMode MODE = IsolationMode.SHARED_MEDIUM;
}
