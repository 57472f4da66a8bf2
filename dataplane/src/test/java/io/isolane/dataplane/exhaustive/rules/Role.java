package io.isolane.dataplane.exhaustive.rules;

/** Who is behind a port. */
public enum Role {
    GUEST,
    HOST,
    UPLINK
}
