package io.isolane.tools.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as text, with no more digits than they are worth. Stateless. */
public final class Figures {
    private Figures() {}

    /** With so many digits behind the point. */
    public static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Nanoseconds as microseconds: one digit behind the point below a thousand, none above. */
    public static String micros(long nanos) {
        return fixed(nanos / 1e3, nanos < 1_000_000 ? 1 : 0);
    }

    /** A rate as millions a second. */
    public static String millions(double perSecond) {
        return fixed(perSecond / 1e6, 1);
    }

    /** Up to three significant digits, no zeros behind the point. */
    public static String trimmed(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
