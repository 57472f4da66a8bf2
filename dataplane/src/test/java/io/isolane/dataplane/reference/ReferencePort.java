package io.isolane.dataplane.reference;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortRole;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.WireFrame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A port of the {@link ReferenceSwitch}: what enters, how it leaves, and what was counted. */
final class ReferencePort {
    private static final int VID_BITS = 0xfff;
    private static final int RESERVED = 4095;

    /** Frames that wait for a reader; the next one finds no room. */
    static final int ROOM = 64;

    PortProfile profile;
    List<VirtualNetwork> networks = List.of();
    VlanMembership vlan = VlanMembership.unspecified();
    final List<WireFrame> heard = new ArrayList<>();
    final Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    boolean isUp = true;
    long moved;
    long notLearnt;
    long adopted;

    ReferencePort(PortProfile profile) {
        this.profile = profile;
    }

    /** {@code place} is unspecified where no port of the networks has a VLAN, and settled where one has. */
    void settle(List<VirtualNetwork> own, VlanMembership place) {
        networks = own;
        vlan = place;
    }

    boolean isUplink() {
        return profile.role() == PortRole.UPLINK;
    }

    boolean isHost() {
        return profile.role() == PortRole.HOST;
    }

    boolean isService() {
        return vlan instanceof VlanMembership.Tunnel || (vlan instanceof VlanMembership.Trunk t && t.tpid() != 0x8100);
    }

    /** The mode of a guest's or host's network. */
    IsolationMode mode() {
        return networks.getFirst().inside();
    }

    /** True if its stations do not age. */
    boolean keepsStations() {
        return profile.guards().security().isOn()
                || profile.guards().noFloodKnown()
                || networks.stream().anyMatch(VirtualNetwork::noFloodKnown);
    }

    /** True if its stations do not move either. */
    boolean isSticky() {
        return profile.guards().security().isOn() && profile.guards().security().sticky();
    }

    /** Whether port security lets a station speak here that is new to the port. */
    boolean mayTake(long mac, boolean isKnownElsewhere) {
        List<Long> allowed = profile.guards().security().allowed();
        boolean isOnList = allowed.contains(mac);
        boolean isAnybody = allowed.isEmpty() && !(isSticky() && isKnownElsewhere);
        return isOnList || isAnybody;
    }

    void drop(DropReason reason) {
        drops.merge(reason, 1L, Long::sum);
    }

    // ---- in

    /** A frame with several faults is refused for the first of them, in the order of this text. */
    Verdict admit(WireFrame frame) {
        if (frame.length() < WireFrame.HEADER) {
            return refused(DropReason.RUNT);
        }
        if (frame.lengthWithoutTag() > profile.mtu() + WireFrame.HEADER) {
            return refused(DropReason.OVER_LONG);
        }
        if (frame.endsInsideTag()) {
            return refused(DropReason.TRUNCATED_TAG);
        }
        if ((frame.source() >>> 40 & 1) != 0) {
            return refused(DropReason.GROUP_SOURCE);
        }
        if (frame.source() == 0) {
            return refused(DropReason.ZERO_SOURCE);
        }
        if (isLinkLocal(frame.destination()) && !profile.linkLocal()) {
            return refused(DropReason.LINK_LOCAL);
        }
        return frame.source() == frame.destination() ? refused(DropReason.SAME_PORT) : byVlan(frame);
    }

    private Verdict byVlan(WireFrame frame) {
        return switch (vlan) {
            case VlanMembership.Unspecified none -> new Verdict.Admitted(ReferenceVlan.NONE, 0, frame);
            case VlanMembership.Tunnel tunnel -> in(tunnel.vid(), 0, frame);
            case VlanMembership.Access access -> access(access, frame);
            case VlanMembership.Trunk trunk -> trunk(trunk, frame);
        };
    }

    private Verdict access(VlanMembership.Access access, WireFrame frame) {
        if (!frame.beginsWithTag()) {
            return in(access.vid(), 0, frame);
        }
        if (frame.type() != 0x8100) {
            return refused(DropReason.FOREIGN_TAG);
        }
        return switch (frame.tci() & VID_BITS) {
            case RESERVED -> refused(DropReason.RESERVED_VID);
            case 0 -> priorityTagged(access.vid(), frame);
            default -> refused(DropReason.TAG_ON_ACCESS);
        };
    }

    private Verdict trunk(VlanMembership.Trunk trunk, WireFrame frame) {
        boolean namesNoService = trunk.tpid() != 0x8100 && frame.type() == 0x8100;
        if (!frame.beginsWithTag() || namesNoService) {
            return nativeFrame(trunk.nativeVid(), 0, frame);
        }
        if (frame.type() != trunk.tpid()) {
            return refused(DropReason.FOREIGN_TAG);
        }
        int vid = frame.tci() & VID_BITS;
        if (vid == RESERVED) {
            return refused(DropReason.RESERVED_VID);
        }
        if (vid == 0) {
            return priorityTagged(trunk.nativeVid(), frame);
        }
        boolean isCarried = trunk.allowed().contains(vid) || vid == trunk.nativeVid();
        return isCarried ? in(vid, frame.tci() & ~VID_BITS, frame.popped()) : refused(DropReason.VLAN_NOT_ALLOWED);
    }

    private Verdict priorityTagged(int vid, WireFrame frame) {
        WireFrame payload = frame.popped();
        return payload.beginsWithTag()
                ? refused(DropReason.SECOND_TAG)
                : nativeFrame(vid, frame.tci() & ~VID_BITS, payload);
    }

    private Verdict nativeFrame(int vid, int priority, WireFrame frame) {
        return vid == VlanMembership.NO_NATIVE ? refused(DropReason.NO_NATIVE_VLAN) : in(vid, priority, frame);
    }

    private Verdict in(int vid, int priority, WireFrame payload) {
        return new Verdict.Admitted(new ReferenceVlan(vid, isService()), priority, payload);
    }

    private static Verdict refused(DropReason reason) {
        return new Verdict.Refused(reason);
    }

    static boolean isLinkLocal(long address) {
        return address >>> 4 == 0x0180_c200_000L;
    }

    // ---- out

    /** A frame leaves here: heard, or dropped because it is too long, the link is down or nobody reads. */
    void leave(Verdict.Admitted frame) {
        WireFrame wire = onWire(frame);
        if (wire.lengthWithoutTag() > profile.mtu() + WireFrame.HEADER) {
            drop(DropReason.TX_OVER_MTU);
        } else if (!isUp) {
            drop(DropReason.PORT_DOWN);
        } else if (heard.size() == ROOM) {
            drop(DropReason.TX_FULL);
        } else {
            heard.add(wire);
        }
    }

    private WireFrame onWire(Verdict.Admitted frame) {
        int vid = frame.vlan().vid();
        return switch (vlan) {
            case VlanMembership.Unspecified none -> frame.payload();
            case VlanMembership.Access access -> bare(frame, 0x8100);
            case VlanMembership.Tunnel tunnel -> bare(frame, 0x8100);
            case VlanMembership.Trunk trunk -> {
                boolean isNative = vid == trunk.nativeVid() && !trunk.nativeTagged();
                boolean wouldShowAnotherTag = frame.payload().beginsWithTag();
                yield isNative && !wouldShowAnotherTag
                        ? bare(frame, trunk.tpid())
                        : frame.payload().pushed(trunk.tpid(), frame.priority() | vid);
            }
        };
    }

    private WireFrame bare(Verdict.Admitted frame, int tpid) {
        boolean keepsPriority = profile.priorityTags() == PriorityTags.IF_NONZERO && frame.priority() != 0;
        return keepsPriority ? frame.payload().pushed(tpid, frame.priority()) : frame.payload();
    }
}
