package io.isolane.dataplane.guard;

import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Holds some traffic to a {@link RateLimit}: a frame passes if each bucket has room for it, and else takes from none. Confined to its worker.
 */
public final class Policer {
    /**
     * The largest super-frame that is ever in order; more is no network stack's. What it costs beyond the burst is owed, and one hostile
     * frame must not use up minutes of what may be sent to a neighbour.
     */
    private static final int MOST_FRAMES = 256;

    private static final int MOST_BYTES = 128 << 10;

    private final RateLimit limit;
    private final @Nullable TokenBucket bits;
    private final @Nullable TokenBucket frames;

    /** A policer whose bursts are all to be had yet; {@code now} in nanoseconds. */
    public Policer(RateLimit limit, long now) {
        this.limit = limit;
        this.bits = bucket(limit, Rate.Unit.BITS, Byte.SIZE, now);
        this.frames = bucket(limit, Rate.Unit.FRAMES, 1, now);
    }

    /** This policer if it holds traffic to {@code limit}, else a fresh one, or none where there is no limit. */
    public static @Nullable Policer keptOrNew(@Nullable Policer known, RateLimit limit, long now) {
        if (known != null && known.limit.equals(limit)) {
            return known;
        }
        return limit.isNone() ? null : new Policer(limit, now);
    }

    /** Adds what the time since the last call is worth: once for all frames that come together. */
    public void refill(long now) {
        if (bits != null) {
            bits.refill(now);
        }
        if (frames != null) {
            frames.refill(now);
        }
    }

    /** Takes what a frame needs, or says that it came too fast. A super-frame is as many frames and bytes as it becomes. */
    public boolean admits(long frameCount, long bytes) {
        long length = bytes * Byte.SIZE;
        if (frameCount > MOST_FRAMES || bytes > MOST_BYTES) {
            return false;
        }
        if (bits != null && !bits.holds(length)) {
            return false;
        }
        if (frames != null) {
            if (!frames.holds(frameCount)) {
                return false;
            }
            frames.take(frameCount);
        }
        if (bits != null) {
            bits.take(length);
        }
        return true;
    }

    /** Takes what several frames need, none of them a super-frame, if there is room for all; else takes nothing. */
    boolean admitsAll(long frameCount, long bytes) {
        long length = bytes * Byte.SIZE;
        if ((bits != null && !bits.holdsAll(length)) || (frames != null && !frames.holdsAll(frameCount))) {
            return false;
        }
        if (bits != null) {
            bits.take(length);
        }
        if (frames != null) {
            frames.take(frameCount);
        }
        return true;
    }

    private static @Nullable TokenBucket bucket(RateLimit limit, Rate.Unit unit, int perBurstUnit, long now) {
        return limit.rates().stream()
                .filter(rate -> rate.unit() == unit)
                .findFirst()
                .map(rate -> new TokenBucket(rate.perSecond(), rate.burst() * perBurstUnit, now))
                .orElse(null);
    }
}
