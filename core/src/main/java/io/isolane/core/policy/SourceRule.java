package io.isolane.core.policy;

/** What a frame's source address means to the switch, by port. */
public enum SourceRule {
    /** Nothing. */
    IGNORE,
    /** A station is behind this port. */
    LEARN,
    /** It must be one of the addresses that are known to be behind the port. */
    REQUIRE_OWN,
    /** It is the guest's address from now on, unless it is another's. */
    ADOPT
}
