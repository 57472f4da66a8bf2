package io.isolane.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A parameter that is one of the constants of an enum, written as users write it: {@code access-to-trunk}. Stateless. */
final class Choice {
    private Choice() {}

    /**
     * The constant that {@code text} names.
     *
     * @throws IllegalArgumentException that names the parameter and lists what it takes
     */
    static <E extends Enum<E>> E of(Class<E> type, String parameter, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> label(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-p " + parameter + "=" + text + ": use one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Choice::label)
                                .collect(Collectors.joining(", "))));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
