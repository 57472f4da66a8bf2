package io.isolane.tools.attack.site;

import io.isolane.core.policy.IsolationMode;

/** Which ports an attack needs. */
public enum Layout {
    /** Attacker, victim and peer in one network without VLANs. */
    FLAT {
        @Override
        public Topology of(IsolationMode mode) {
            return FlatTopologies.of(mode);
        }
    },
    /** These in a VLAN, a stranger in another, and trunks. */
    VLANS {
        @Override
        public Topology of(IsolationMode mode) {
            return VlanTopologies.of(mode);
        }
    };

    /** The switch in memory that has them, in the set-up for which the mode is there. */
    public abstract Topology of(IsolationMode mode);
}
