package io.isolane.core.policy;

/** What a frame's source address means to the switch, by port. */
public enum SourceRule {
    /** Nothing. */
    IGNORE,
    /** A station is behind this port. */
    LEARN,
    /** A station is behind this port, unless a guest has made the address its own. */
    LEARN_UNADOPTED,
    /** It must be one of the addresses that are known to be behind the port. */
    REQUIRE_OWN,
    /** It is the guest's address from now on; it must not be another guest's. */
    ADOPT,
    /** It is the guest's address from now on, unless it is another guest's. */
    ADOPT_OR_FORGE;

    /** True if addresses become a guest's own by being sent from. */
    public boolean adopts() {
        return this == ADOPT || this == ADOPT_OR_FORGE;
    }
}
