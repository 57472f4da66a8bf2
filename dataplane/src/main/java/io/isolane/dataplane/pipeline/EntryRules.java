package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortState;
import org.jspecify.annotations.Nullable;

/**
 * Judges one frame that is not plain: refused, and why, or admitted, and to which VLAN. The whole of what may enter is written here;
 * {@link Admission} only knows the common case of it. Confined to its worker.
 */
final class EntryRules {
    private final FrameMemory memory;
    private final TagBytes bytes;
    private ForwardingState forwarding = ForwardingState.EMPTY;
    private DropReason refusal = DropReason.RUNT;
    private int vlan = ForwardingState.NO_VLAN;

    EntryRules(FrameMemory memory) {
        this.memory = memory;
        this.bytes = new TagBytes(memory);
    }

    /** The frame as it goes on, its VLAN's tag beside it, or {@link Descriptor#NONE}. */
    long judge(long frame, PortState port, ForwardingState state) {
        forwarding = state;
        DropReason objection = headerObjection(frame, port);
        if (objection != null) {
            return refuse(objection);
        }
        return switch (port.portClass()) {
            case TRANSPARENT -> transparent(frame, port);
            case TUNNEL -> tunnel(frame, port);
            case ACCESS -> access(frame, port);
            case TRUNK -> trunk(frame, port);
        };
    }

    /** Why the last frame was refused. */
    DropReason refusal() {
        return refusal;
    }

    /** The VLAN index of the last frame that was not. */
    int vlan() {
        return vlan;
    }

    private @Nullable DropReason headerObjection(long frame, PortState port) {
        long address = memory.frameAddress(frame);
        int length = Descriptor.length(frame);
        if (length < EthernetLayout.HEADER_LENGTH) {
            return DropReason.RUNT;
        }
        long destination = EthernetHeader.destination(address);
        long source = EthernetHeader.source(address);
        boolean beginsWithTag = !Descriptor.isTagged(frame) && EtherType.isTag(EthernetHeader.etherType(address));
        int tag = beginsWithTag ? EthernetLayout.TAG_LENGTH : 0;
        if (length - tag > port.maxFrame() && !Descriptor.isOffload(frame)) {
            return DropReason.OVER_LONG;
        }
        if (beginsWithTag && length < EthernetLayout.TAGGED_HEADER_LENGTH) {
            return DropReason.TRUNCATED_TAG;
        }
        if (MacAddress.isGroup(source)) {
            return DropReason.GROUP_SOURCE;
        }
        if (source == 0) {
            return DropReason.ZERO_SOURCE;
        }
        if (MacAddress.isLinkLocal(destination) && !port.linkLocal()) {
            return DropReason.LINK_LOCAL;
        }
        return source == destination ? DropReason.SAME_PORT : null;
    }

    private long transparent(long frame, PortState port) {
        return admit(Descriptor.isTagged(frame) ? frame : Descriptor.withoutTag(frame), port.vlan());
    }

    private long tunnel(long frame, PortState port) {
        long whole = Descriptor.isTagged(frame) ? bytes.pushed(frame, port.tpid()) : frame;
        if (whole == Descriptor.NONE) {
            return refuse(DropReason.OVER_LONG);
        }
        return admit(markInnerTag(Descriptor.withTci(whole, vid(port.vlan()))), port.vlan());
    }

    private long access(long frame, PortState port) {
        if (!isTagged(frame)) {
            return untagged(frame, port, 0);
        }
        int tci = ownTci(frame, port);
        if (tci < 0) {
            return Descriptor.NONE;
        }
        if (TagControl.vid(tci) != TagControl.PRIORITY_VID) {
            return refuse(DropReason.TAG_ON_ACCESS);
        }
        return priorityTagged(frame, port, tci);
    }

    private long trunk(long frame, PortState port) {
        if (!isTagged(frame) || isPayloadTag(frame, port)) {
            return untagged(frame, port, 0);
        }
        int tci = ownTci(frame, port);
        if (tci < 0) {
            return Descriptor.NONE;
        }
        int vid = TagControl.vid(tci);
        if (vid == TagControl.PRIORITY_VID) {
            return priorityTagged(frame, port, tci);
        }
        int named = port.vlanOfVid()[vid];
        return named == ForwardingState.NO_VLAN
                ? refuse(DropReason.VLAN_NOT_ALLOWED)
                : admit(markInnerTag(Descriptor.withTci(popped(frame), tci)), named);
    }

    private long untagged(long frame, PortState port, int priority) {
        return port.vlan() == ForwardingState.NO_VLAN
                ? refuse(port.vlanOfVid().length == 0 ? DropReason.NO_RECIPIENT : DropReason.NO_NATIVE_VLAN)
                : admit(markInnerTag(Descriptor.withTci(frame, priority | vid(port.vlan()))), port.vlan());
    }

    private long priorityTagged(long frame, PortState port, int tci) {
        long popped = popped(frame);
        return EtherType.isTag(etherType(popped))
                ? refuse(DropReason.SECOND_TAG)
                : untagged(popped, port, tci & TagControl.PRIORITY_MASK);
    }

    /** The tag control information of the tag that could name a VLAN here, or -1 if the frame is refused for its tag. */
    private int ownTci(long frame, PortState port) {
        if (!Descriptor.isTagged(frame) && etherType(frame) != port.tpid()) {
            return refuseTag(DropReason.FOREIGN_TAG);
        }
        int tci = Descriptor.isTagged(frame) ? Descriptor.tci(frame) : EthernetHeader.tci(memory.frameAddress(frame));
        return TagControl.vid(tci) == TagControl.RESERVED_VID ? refuseTag(DropReason.RESERVED_VID) : tci;
    }

    /** A customer tag names no service: on a service trunk it is payload. */
    private boolean isPayloadTag(long frame, PortState port) {
        return !Descriptor.isTagged(frame)
                && port.tpid() != EtherType.CUSTOMER_TAG
                && etherType(frame) == EtherType.CUSTOMER_TAG;
    }

    private boolean isTagged(long frame) {
        return Descriptor.isTagged(frame) || EtherType.isTag(etherType(frame));
    }

    /** What is left when the tag that names the VLAN is taken out. */
    private long popped(long frame) {
        return Descriptor.isTagged(frame) ? Descriptor.withoutTag(frame) : bytes.popped(frame);
    }

    private long markInnerTag(long frame) {
        return EtherType.isTag(etherType(frame)) ? frame | Descriptor.INNER_TAG : frame;
    }

    private int etherType(long frame) {
        return EthernetHeader.etherType(memory.frameAddress(frame));
    }

    private int vid(int vlanIndex) {
        return vlanIndex == ForwardingState.NO_VLAN
                ? 0
                : forwarding.vlan(vlanIndex).vid();
    }

    private long admit(long frame, int index) {
        vlan = index;
        return index == ForwardingState.NO_VLAN ? refuse(DropReason.NO_RECIPIENT) : frame;
    }

    private long refuse(DropReason reason) {
        refusal = reason;
        return Descriptor.NONE;
    }

    private int refuseTag(DropReason reason) {
        refusal = reason;
        return -1;
    }
}
