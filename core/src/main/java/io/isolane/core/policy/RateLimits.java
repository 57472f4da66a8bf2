package io.isolane.core.policy;

/**
 * How much a port may send to the switch and be sent by it: policed, not shaped, so what comes too fast is dropped and nothing waits.
 * Immutable.
 *
 * @param in frames that enter the switch on the port
 * @param out frames that leave it there
 */
public record RateLimits(RateLimit in, RateLimit out) {
    /** No limit either way. */
    public static final RateLimits NONE = new RateLimits(RateLimit.NONE, RateLimit.NONE);
}
