package io.isolane.core.policy;

/**
 * How much a port may send of each kind of frames that the switch multiplies. Immutable.
 *
 * @param broadcast frames to ff-ff-ff-ff-ff-ff
 * @param multicast group frames but broadcasts
 * @param unknownUnicast unicast to stations that nobody has heard yet
 */
public record StormControl(RateLimit broadcast, RateLimit multicast, RateLimit unknownUnicast) {
    /** No limit for any. */
    public static final StormControl OFF = new StormControl(RateLimit.NONE, RateLimit.NONE, RateLimit.NONE);

    public boolean isOn() {
        return !equals(OFF);
    }
}
