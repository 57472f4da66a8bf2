package io.isolane.tools.bench.soak;

/**
 * What one trial is evidence of. Immutable.
 *
 * @param load intended load, frames a second
 * @param seconds intended length
 * @param lost frames that did not arrive
 */
public record Sample(double load, double seconds, long lost) {
    /** The share of the intended frames that did not arrive. */
    public double lossRatio() {
        return lost / (load * seconds);
    }
}
