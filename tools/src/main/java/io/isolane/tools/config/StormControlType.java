package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.StormControl;
import java.util.Optional;

/** The value of {@code storm-control} of a port. */
final class StormControlType implements ValueType<StormControl> {
    static final Key<RateLimit> BROADCAST =
            optional("broadcast", new RateLimitType(), RateLimit.NONE, "broadcasts that it may send");
    static final Key<RateLimit> MULTICAST =
            optional("multicast", new RateLimitType(), RateLimit.NONE, "frames to other groups that it may send");
    static final Key<RateLimit> UNKNOWN_UNICAST = optional(
            "unknown-unicast", new RateLimitType(), RateLimit.NONE, "unicast to unknown stations that it may send");
    static final Schema SCHEMA = Schema.of("storm control", BROADCAST, MULTICAST, UNKNOWN_UNICAST);

    @Override
    public String form() {
        return "a mapping with `broadcast`, `multicast` and `unknown-unicast`";
    }

    @Override
    public Optional<StormControl> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(sound -> new StormControl(sound.get(BROADCAST), sound.get(MULTICAST), sound.get(UNKNOWN_UNICAST)));
    }
}
