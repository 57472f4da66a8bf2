package io.isolane.core.policy;

/**
 * Which frames that are for nobody in particular may leave on a port. Linux calls them {@code flood}, {@code mcast_flood} and
 * {@code bcast_flood} of a bridge port. Compiled into the reach: it costs no frame anything. Immutable.
 *
 * @param unknownUnicast unicast to stations that nobody has heard yet
 * @param multicast group frames but broadcasts; link-local ones obey {@link PortProfile#linkLocal} alone
 * @param broadcast frames to ff-ff-ff-ff-ff-ff
 */
public record FloodControl(boolean unknownUnicast, boolean multicast, boolean broadcast) {
    /** Everything may leave: the default. */
    public static final FloodControl ALL = new FloodControl(true, true, true);

    /** Unicast to known stations, and nothing else. */
    public static final FloodControl NONE = new FloodControl(false, false, false);
}
