package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import java.util.Locale;

/** Figures and their conditions as text. Stateless. */
final class Words {
    private static final Quantity FRAME_RATE = Quantity.of("frames/s");
    private static final double PER_CENT = 100;

    private Words() {}

    /** {@code 1 port}, {@code 4,096 addresses}: a plain plural, or the one of a word that ends in s. */
    static String count(long count, String noun) {
        String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
        return number(count) + " " + (count == 1 ? noun : plural);
    }

    /** All digits, in groups of three. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 64-byte frames}, {@code IMIX frames}. */
    static String frames(String frames) {
        return frames.chars().allMatch(Character::isDigit) ? frames + "-byte frames" : frames + " frames";
    }

    static String rate(double framesPerSecond) {
        return FRAME_RATE.text(framesPerSecond);
    }

    /** A share from 0 to 1 as a percentage. */
    static String share(double share) {
        return Quantity.of("%").text(share * PER_CENT);
    }

    /** A text that begins with a capital, unless it is a name such as {@code p99}. */
    static String title(String text) {
        boolean isName = text.length() > 1 && Character.isDigit(text.charAt(1));
        return text.isEmpty() || isName ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
