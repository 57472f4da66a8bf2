package io.isolane.dataplane.guard;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.PortGuards;
import org.jspecify.annotations.Nullable;

/**
 * Storm control and the rate limit of frames that enter on one port. A frame that storm control refuses takes nothing from the rate.
 * Confined to its worker.
 */
public final class EntryPolicing {
    private @Nullable Policer broadcasts;
    private @Nullable Policer multicasts;
    private @Nullable Policer unknown;
    private @Nullable Policer all;

    /** Without limits until {@link #configure}. */
    public EntryPolicing() {}

    /** Makes these guards the port's; a limit that stays as it was goes on where it is. {@code now} in nanoseconds. */
    public void configure(PortGuards guards, long now) {
        broadcasts = Policer.keptOrNew(broadcasts, guards.storms().broadcast(), now);
        multicasts = Policer.keptOrNew(multicasts, guards.storms().multicast(), now);
        unknown = Policer.keptOrNew(unknown, guards.storms().unknownUnicast(), now);
        all = Policer.keptOrNew(all, guards.rates().in(), now);
    }

    /** Lets time pass, once before the frames that come together. */
    public void refill(long now) {
        refill(broadcasts, now);
        refill(multicasts, now);
        refill(unknown, now);
        refill(all, now);
    }

    /**
     * Judges a frame as far as its header goes.
     *
     * @param destination its MAC address
     * @param frames 1, or how many a super-frame becomes
     * @param bytes of all of them
     */
    public @Nullable DropReason inspect(long destination, int frames, int bytes) {
        if (MacAddress.isGroup(destination)) {
            boolean isBroadcast = destination == MacAddress.BROADCAST;
            Policer storm = isBroadcast ? broadcasts : multicasts;
            if (storm != null && !storm.admits(frames, bytes)) {
                return isBroadcast ? DropReason.BROADCAST_STORM : DropReason.MULTICAST_STORM;
            }
        }
        return all == null || all.admits(frames, bytes) ? null : DropReason.RATE_LIMIT_IN;
    }

    /**
     * Judges frames that came together, at once: true if each may pass, and then all have taken what they need.
     *
     * @param hasGroups whether one of them is for a group
     * @param hasSuperFrames whether one of them stands for several
     * @param frames how many they are
     * @param bytes of all of them
     */
    public boolean admitAll(boolean hasGroups, boolean hasSuperFrames, int frames, int bytes) {
        boolean hasStorm = hasGroups && (broadcasts != null || multicasts != null);
        return !hasStorm && (all == null || (!hasSuperFrames && all.admitsAll(frames, bytes)));
    }

    /** True if unicast to unknown stations has a limit of its own. */
    public boolean limitsUnknown() {
        return unknown != null;
    }

    /** Judges unicast to a station that nobody has heard; as {@link #inspect}. */
    public @Nullable DropReason inspectUnknown(int frames, int bytes) {
        return unknown == null || unknown.admits(frames, bytes) ? null : DropReason.UNKNOWN_UNICAST_STORM;
    }

    private static void refill(@Nullable Policer policer, long now) {
        if (policer != null) {
            policer.refill(now);
        }
    }
}
