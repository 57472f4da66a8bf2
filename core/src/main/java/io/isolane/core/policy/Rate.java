package io.isolane.core.policy;

/**
 * Traffic that is in order: {@link #perSecond} for as long as it lasts, and {@link #burst} at once where there was less before. The
 * committed information rate and the committed burst size of RFC 2697, section 2. Immutable.
 *
 * <p>Bits are those of a frame from its destination address on, without the tag that names its VLAN and without frame check sequence,
 * as the ports' counters of bytes have them.
 *
 * @param unit what is counted
 * @param perSecond 1 to {@link Unit#maxRate()} bits or frames
 * @param burst 1 to {@link Unit#maxBurst()} <em>bytes</em> or frames
 */
public record Rate(Unit unit, long perSecond, long burst) {
    /** A burst nobody named is what comes in this part of a second. */
    private static final int BURSTS_PER_SECOND = 10;

    /** What a rate counts; the greatest ones keep every sum of the token buckets within 63 bits. */
    public enum Unit {
        BITS("bits/s", "bytes", 1_000_000_000_000L, 1_000_000_000L, 128 << 10),
        FRAMES("frames/s", "frames", 1_000_000_000L, 1_000_000_000L, 64);

        private final String label;
        private final String burstLabel;
        private final long maxRate;
        private final long maxBurst;
        private final long leastDefaultBurst;

        Unit(String label, String burstLabel, long maxRate, long maxBurst, long leastDefaultBurst) {
            this.label = label;
            this.burstLabel = burstLabel;
            this.maxRate = maxRate;
            this.maxBurst = maxBurst;
            this.leastDefaultBurst = leastDefaultBurst;
        }

        public long maxRate() {
            return maxRate;
        }

        public long maxBurst() {
            return maxBurst;
        }

        private long burst(long units) {
            return this == BITS ? units / Byte.SIZE : units;
        }
    }

    /** @throws IllegalArgumentException for a rate or a burst out of its range */
    public Rate {
        requireWithin("a rate", perSecond, unit.maxRate, unit.label);
        requireWithin("a burst", burst, unit.maxBurst, unit.burstLabel);
    }

    /** A rate with the burst of {@link #defaultBurst}. */
    public static Rate of(Unit unit, long perSecond) {
        return new Rate(unit, perSecond, defaultBurst(unit, perSecond));
    }

    public static Rate bits(long perSecond, long burstBytes) {
        return new Rate(Unit.BITS, perSecond, burstBytes);
    }

    public static Rate frames(long perSecond, long burst) {
        return new Rate(Unit.FRAMES, perSecond, burst);
    }

    /** A tenth of a second's worth, but no less than 128 KiB (two super-frames) or 64 frames. */
    public static long defaultBurst(Unit unit, long perSecond) {
        return Math.clamp(unit.burst(perSecond) / BURSTS_PER_SECOND, unit.leastDefaultBurst, unit.maxBurst);
    }

    private static void requireWithin(String what, long value, long most, String unit) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " of " + value + " " + unit + " is not from 1 to " + most);
        }
    }

    /** As sentences have it: {@code 1000 frames/s in bursts of 64 frames}. */
    @Override
    public String toString() {
        return perSecond + " " + unit.label + " in bursts of " + burst + " " + unit.burstLabel;
    }
}
