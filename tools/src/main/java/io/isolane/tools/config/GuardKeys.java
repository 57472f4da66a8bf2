package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortGuardsBuilder;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.StormControl;
import java.util.List;

/** The keys of a port that guard it and its neighbours. */
final class GuardKeys {
    static final Key<FloodControl> FLOOD = optional(
                    "flood", new FloodType(), "what leaves on it though it is for nobody in particular; all by default")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<StormControl> STORM_CONTROL = optional(
                    "storm-control",
                    new StormControlType(),
                    "limits of what it sends to all, to groups and to unknown stations")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<RateLimits> RATE_LIMIT =
            optional("rate-limit", new RateLimitsType(), "limits of all that it sends and is sent");
    static final List<Key<?>> ALL = List.of(FLOOD, STORM_CONTROL, RATE_LIMIT);

    private GuardKeys() {}

    static PortGuards guards(Section section) {
        PortGuardsBuilder guards = PortGuards.builder();
        section.find(FLOOD).ifPresent(guards::flood);
        section.find(STORM_CONTROL).ifPresent(guards::storms);
        section.find(RATE_LIMIT).ifPresent(guards::rates);
        return guards.build();
    }
}
