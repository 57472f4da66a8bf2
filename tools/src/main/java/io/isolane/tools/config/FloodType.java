package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.FloodControl;
import java.util.Optional;

/** The value of {@code flood} of a port. */
final class FloodType implements ValueType<FloodControl> {
    static final Key<Boolean> UNKNOWN_UNICAST =
            optional("unknown-unicast", Values.flag(), true, "whether unicast to unknown stations may leave on it");
    static final Key<Boolean> MULTICAST = optional(
            "multicast",
            Values.flag(),
            true,
            "whether frames to groups may leave on it, broadcasts and what `link-local` is about apart");
    static final Key<Boolean> BROADCAST =
            optional("broadcast", Values.flag(), true, "whether broadcasts may leave on it");
    static final Schema SCHEMA = Schema.of("flood control", UNKNOWN_UNICAST, MULTICAST, BROADCAST);

    @Override
    public String form() {
        return "a mapping with `unknown-unicast`, `multicast` and `broadcast`";
    }

    @Override
    public Optional<FloodControl> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(sound -> new FloodControl(sound.get(UNKNOWN_UNICAST), sound.get(MULTICAST), sound.get(BROADCAST)));
    }
}
