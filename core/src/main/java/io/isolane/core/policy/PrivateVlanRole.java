package io.isolane.core.policy;

/**
 * A port's part in a private VLAN.
 *
 * @param kind who it may hear
 * @param community the community it is in, empty unless its kind is {@link Kind#COMMUNITY}
 */
public record PrivateVlanRole(Kind kind, String community) {
    public static final PrivateVlanRole PROMISCUOUS = new PrivateVlanRole(Kind.PROMISCUOUS, "");
    public static final PrivateVlanRole ISOLATED = new PrivateVlanRole(Kind.ISOLATED, "");

    /** Whom a port may hear. */
    public enum Kind {
        /** Everybody. */
        PROMISCUOUS,
        /** Promiscuous ports only. */
        ISOLATED,
        /** Its own community and promiscuous ports. */
        COMMUNITY
    }

    public static PrivateVlanRole community(String name) {
        return new PrivateVlanRole(Kind.COMMUNITY, name);
    }
}
