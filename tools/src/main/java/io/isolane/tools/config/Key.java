package io.isolane.tools.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a mapping: how its value is written and what it says.
 *
 * @param fallback the value where the key is left out; null if there is none
 * @param isRequired whether it must be there
 * @param only where the key has a meaning
 * @param meaning for the documentation
 */
record Key<T>(
        String name, ValueType<T> type, @Nullable T fallback, boolean isRequired, Condition only, String meaning) {

    /** Another key of the same mapping that must have one of these values; an empty name for none. */
    record Condition(String key, List<String> values) {
        static final Condition ALWAYS = new Condition("", List.of());

        boolean isAlways() {
            return key.isEmpty();
        }

        @Override
        public String toString() {
            return key + " " + ChoiceType.alternatives(values).replace("`", "");
        }
    }

    static <T> Key<T> required(String name, ValueType<T> type, String meaning) {
        return new Key<>(name, type, null, true, Condition.ALWAYS, meaning);
    }

    static <T> Key<T> optional(String name, ValueType<T> type, String meaning) {
        return new Key<>(name, type, null, false, Condition.ALWAYS, meaning);
    }

    static <T> Key<T> optional(String name, ValueType<T> type, T fallback, String meaning) {
        return new Key<>(name, type, fallback, false, Condition.ALWAYS, meaning);
    }

    /** The same key, with a meaning only where another has one of these values. */
    Key<T> onlyFor(String key, String... values) {
        return new Key<>(name, type, fallback, isRequired, new Condition(key, List.of(values)), meaning);
    }
}
