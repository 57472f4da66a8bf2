package io.isolane.core.policy;

/**
 * A VLAN of a domain.
 *
 * @param vid its identifier, or {@link #TRANSPARENT}
 * @param isService true for the VLANs of service tags
 */
record Vlan(int vid, boolean isService) {
    /** The one VLAN of a domain that has none. */
    static final int TRANSPARENT = 0;

    String label() {
        return (isService ? "S" : "C") + vid;
    }
}
