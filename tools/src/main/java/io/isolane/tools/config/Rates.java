package io.isolane.tools.config;

import io.isolane.core.policy.Rate;
import io.isolane.core.policy.Rate.Unit;
import io.isolane.tools.config.Node.Scalar.Kind;
import io.isolane.tools.config.ScalarType.ComplaintException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates and bursts as operators write them: {@code 10mbps}, {@code 1000pps}, {@code 64kB}. */
final class Rates {
    private static final Pattern RATE = Pattern.compile("(\\d{1,13}(?:\\.\\d{1,9})?)([kmgt]?)(bps|pps)");
    private static final Pattern BURST = Pattern.compile("(\\d{1,13})(k|m|g|ki|mi|gi)?(b)?");
    private static final Map<String, Long> FACTORS = Map.of(
            "",
            1L,
            "k",
            1_000L,
            "m",
            1_000_000L,
            "g",
            1_000_000_000L,
            "t",
            1_000_000_000_000L,
            "ki",
            1L << 10,
            "mi",
            1L << 20,
            "gi",
            1L << 30);

    private Rates() {}

    /** A rate with the burst that it has by default. */
    static ValueType<Rate> rate() {
        String form = "a rate such as `10mbps` or `1000pps`";
        return new ScalarType<>(form, Set.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL), Rates::parsedRate);
    }

    /** How much may come at once, before it is known whether bytes or frames are meant. */
    static ValueType<Burst> burst() {
        String form = "bytes such as `64kB` for bits, a number of frames such as `100` for frames";
        return new ScalarType<>(form, Set.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL), Rates::parsedBurst);
    }

    /**
     * A burst as it is written.
     *
     * @param unit what it must be a burst of
     * @param size bytes or frames
     */
    record Burst(Unit unit, long size) {}

    private static Rate parsedRate(String text) throws ComplaintException {
        Matcher parts = RATE.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new ComplaintException(
                    "is no rate; write a number and its unit, bps, kbps, mbps, gbps, pps or kpps, as in 10mbps or 1000pps");
        }
        Unit unit = parts.group(3).equals("bps") ? Unit.BITS : Unit.FRAMES;
        BigDecimal perSecond = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(factor(parts.group(2))));
        if (perSecond.stripTrailingZeros().scale() > 0) {
            throw new ComplaintException("comes to no whole number of " + parts.group(3) + "; write one that does");
        }
        if (perSecond.signum() == 0) {
            throw new ComplaintException("lets nothing through; write 1" + parts.group(3) + " or more");
        }
        if (perSecond.compareTo(BigDecimal.valueOf(unit.maxRate())) > 0) {
            throw new ComplaintException("is out of range; write at most " + (unit == Unit.BITS ? "1tbps" : "1gpps"));
        }
        return Rate.of(unit, perSecond.longValueExact());
    }

    private static Burst parsedBurst(String text) throws ComplaintException {
        Matcher parts = BURST.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new ComplaintException("is no burst; write bytes with their unit, as in 64kB, or a number of frames");
        }
        Unit unit = parts.group(3) == null ? Unit.FRAMES : Unit.BITS;
        BigDecimal size = new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(factor(parts.group(2) == null ? "" : parts.group(2))));
        if (size.signum() == 0 || size.compareTo(BigDecimal.valueOf(unit.maxBurst())) > 0) {
            throw new ComplaintException(
                    "is out of range; write " + (unit == Unit.BITS ? "at most 1GB" : "1 to " + unit.maxBurst()));
        }
        return new Burst(unit, size.longValueExact());
    }

    private static long factor(String prefix) {
        return FACTORS.getOrDefault(prefix, 1L);
    }
}
