package io.isolane.benchmarks;

import io.isolane.tools.terminal.Labels;

/** A parameter that is one of the constants of an enum, written as users write it: {@code access-to-trunk}. Stateless. */
final class Choice {
    private Choice() {}

    /**
     * The constant that {@code text} names.
     *
     * @throws IllegalArgumentException that names the parameter and lists what it takes
     */
    static <E extends Enum<E>> E of(Class<E> type, String parameter, String text) {
        return Labels.find(type, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "-p " + parameter + "=" + text + ": use one of " + String.join(", ", Labels.all(type))));
    }
}
