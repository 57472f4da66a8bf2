package io.isolane.tools.regress.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as a reader wants them. Stateless. */
public final class Quantity {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final double WHOLE = 1_000;
    private static final double MANY_TIMES = 10;

    private Quantity() {}

    /** Four significant digits; from a thousand on, whole and with commas. */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        return Math.abs(value) >= WHOLE
                ? String.format(Locale.ROOT, "%,d", rounded.toBigInteger())
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** A share as a signed percentage: 0.052 is {@code +5.2 %}; from ten times on the multiple, {@code x12.5}. */
    public static String change(double share) {
        if (share >= MANY_TIMES - 1) {
            return "x" + of(1 + share);
        }
        String digits = String.format(Locale.ROOT, "%+.1f", 100 * share);
        return (digits.equals("-0.0") ? "+0.0" : digits) + " %";
    }
}
