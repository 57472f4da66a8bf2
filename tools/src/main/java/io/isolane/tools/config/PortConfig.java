package io.isolane.tools.config;

import io.isolane.core.policy.PortProfile;

/** A port and what it is joined to. Immutable. */
public record PortConfig(PortProfile profile, Device device) {
    public String name() {
        return profile.name();
    }
}
