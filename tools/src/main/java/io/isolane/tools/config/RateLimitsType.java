package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import java.util.Optional;

/** The value of {@code rate-limit} of a port. */
final class RateLimitsType implements ValueType<RateLimits> {
    static final Key<RateLimit> IN = optional("in", new RateLimitType(), RateLimit.NONE, "frames that it may send");
    static final Key<RateLimit> OUT =
            optional("out", new RateLimitType(), RateLimit.NONE, "frames that it may be sent");
    static final Schema SCHEMA = Schema.of("rate limit", IN, OUT);

    @Override
    public String form() {
        return "a mapping with `in` and `out`";
    }

    @Override
    public Optional<RateLimits> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(sound -> new RateLimits(sound.get(IN), sound.get(OUT)));
    }
}
