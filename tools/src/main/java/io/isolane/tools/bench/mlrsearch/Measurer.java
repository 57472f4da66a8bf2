package io.isolane.tools.bench.mlrsearch;

import java.time.Duration;

/** Runs trials (RFC 9971: Measurer). Called by the thread that searches. */
@FunctionalInterface
public interface Measurer {
    /**
     * Runs one trial.
     *
     * @param load intended load, frames a second
     * @return the share of the intended frames that did not arrive, from 0 to 1
     * @throws InterruptedException if the thread was interrupted; the trial does not count
     */
    double lossRatio(double load, Duration duration) throws InterruptedException;
}
