package io.isolane.dataplane.guard;

/**
 * The committed bucket of a single rate marker (RFC 2697, section 3): it starts full, gains its rate and holds its burst.
 *
 * <p>Tokens are billionths of a bit or of a frame, so that each nanosecond adds a whole number of them, the rate itself: nothing is rounded,
 * nothing drifts, and nothing is ever divided. The largest bucket of {@link io.isolane.core.policy.Rate.Unit} holds 8 * 10<sup>18</sup>
 * tokens, which fits.
 *
 * <p>What costs more than the whole bucket passes when it is full and is paid off afterwards: super-frames, which are many frames
 * at once. Confined to its worker.
 */
final class TokenBucket {
    private static final long PER_UNIT = 1_000_000_000L;

    private final long perNano;
    private final long full;
    /** Nanoseconds after which the product with the rate could overflow; by then the bucket is full. */
    private final long longest;

    private long tokens;
    private long last;

    /**
     * A full bucket.
     *
     * @param perSecond bits or frames that are added in a second
     * @param burst bits or frames that it holds, at most 8 * 10<sup>9</sup>
     * @param now nanoseconds, on any clock that does not go back
     */
    TokenBucket(long perSecond, long burst, long now) {
        this.perNano = perSecond;
        this.full = burst * PER_UNIT;
        this.longest = Long.MAX_VALUE / perSecond;
        this.tokens = full;
        this.last = now;
    }

    /** Adds what the time since the last call is worth. */
    void refill(long now) {
        long elapsed = now - last;
        if (elapsed > 0) {
            last = now;
            long gain = elapsed > longest ? Long.MAX_VALUE : elapsed * perNano;
            tokens = gain < full - tokens ? tokens + gain : full;
        }
    }

    /** True if {@code units}, bits or frames, may pass now: 9 * 10<sup>9</sup> at most. */
    boolean holds(long units) {
        return tokens >= Math.min(units * PER_UNIT, full);
    }

    /** True if {@code units} may pass however they are divided, without anything owed. */
    boolean holdsAll(long units) {
        return tokens >= units * PER_UNIT;
    }

    void take(long units) {
        tokens -= units * PER_UNIT;
    }
}
