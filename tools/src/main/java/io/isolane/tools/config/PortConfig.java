package io.isolane.tools.config;

import io.isolane.core.acl.AccessLists;
import io.isolane.core.policy.PortProfile;

/** A port and what it is joined to. Immutable. */
public record PortConfig(PortProfile profile, Device device) {
    /** The same port with other access lists. */
    PortConfig withAccess(AccessLists lists) {
        return new PortConfig(
                profile.toBuilder()
                        .guards(profile.guards().toBuilder().access(lists))
                        .build(),
                device);
    }

    public String name() {
        return profile.name();
    }
}
