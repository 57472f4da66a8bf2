package io.isolane.tools.config;

import java.util.List;
import java.util.Optional;

/**
 * The keys that a mapping may have, in the order of the documentation.
 *
 * @param noun what the mapping describes, such as {@code port}
 */
record Schema(String noun, List<Key<?>> keys) {
    static Schema of(String noun, Key<?>... keys) {
        return new Schema(noun, List.of(keys));
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    Optional<Key<?>> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
