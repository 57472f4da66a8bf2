package io.isolane.core.policy;

import io.isolane.core.frame.EtherType;

/** How a port takes part in VLANs (IEEE 802.1Q, clause 6.9). Immutable. */
public sealed interface VlanMembership {
    /** A native VLAN of a trunk that has none. */
    int NO_NATIVE = 0;

    /** Says nothing of VLANs: transparent in a network that has none, the default VLAN 1 in one that has. */
    record Unspecified() implements VlanMembership {}

    /** Untagged and priority-tagged frames of one VLAN. */
    record Access(int vid) implements VlanMembership {
        public Access {
            VidSet.requireVlan(vid);
        }
    }

    /** Whatever the customer sends, tags and all, as payload of one service VLAN (dot1q tunnel). */
    record Tunnel(int vid) implements VlanMembership {
        public Tunnel {
            VidSet.requireVlan(vid);
        }
    }

    /**
     * Tagged frames of the allowed VLANs.
     *
     * @param allowed VLANs it carries; the native one need not be listed
     * @param nativeVid VLAN of its untagged frames, or {@link #NO_NATIVE}
     * @param nativeTagged whether the native VLAN leaves with its tag
     * @param tpid {@link EtherType#CUSTOMER_TAG}, or for a service trunk {@link EtherType#SERVICE_TAG} or
     *     {@link EtherType#LEGACY_SERVICE_TAG}
     */
    record Trunk(VidSet allowed, int nativeVid, boolean nativeTagged, int tpid) implements VlanMembership {
        public Trunk {
            if (nativeVid != NO_NATIVE) {
                VidSet.requireVlan(nativeVid);
            }
            if (!EtherType.isTag(tpid)) {
                throw new IllegalArgumentException(
                        "TPID 0x" + Integer.toHexString(tpid) + " marks no tag: use 0x8100, 0x88a8 or 0x9100");
            }
        }

        public boolean isService() {
            return tpid != EtherType.CUSTOMER_TAG;
        }

        public boolean carries(int vid) {
            return vid == nativeVid || allowed.contains(vid);
        }

        /** True if frames of the VLAN leave with a tag. */
        public boolean tags(int vid) {
            return vid != nativeVid || nativeTagged;
        }
    }

    static VlanMembership unspecified() {
        return new Unspecified();
    }

    static VlanMembership access(int vid) {
        return new Access(vid);
    }

    /** A customer trunk of the given VLANs without a native one. */
    static VlanMembership trunk(int... vids) {
        return new Trunk(VidSet.of(vids), NO_NATIVE, false, EtherType.CUSTOMER_TAG);
    }

    static VlanMembership tunnel(int serviceVid) {
        return new Tunnel(serviceVid);
    }
}
