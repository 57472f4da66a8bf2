package io.isolane.tools.regress.stored;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as people do: numbers in them by value, so that {@code run-10} comes after {@code run-9}. Immutable. */
enum NaturalOrder implements Comparator<String> {
    /** The only one. */
    INSTANCE;

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String one, String other) {
        List<String> parts = parts(one);
        List<String> others = parts(other);
        for (int i = 0; i < Math.min(parts.size(), others.size()); i++) {
            int order = compareParts(parts.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(parts.size(), others.size());
        return order == 0 ? one.compareTo(other) : order;
    }

    private static List<String> parts(String name) {
        return PART.matcher(name).results().map(MatchResult::group).toList();
    }

    private static int compareParts(String one, String other) {
        boolean areNumbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return areNumbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
