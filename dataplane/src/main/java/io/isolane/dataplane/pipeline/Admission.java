package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortClass;
import io.isolane.core.policy.PortState;
import io.isolane.core.table.MacTable;

/**
 * The first stage: reads each header once, refuses what may not enter, and settles the VLAN (IEEE 802.1Q, 8.6.1 and 8.6.2). A loop
 * for ports whose frames are all of one VLAN and one for trunks; whatever is not plain is judged by {@link EntryRules}.
 *
 * <p>Afterwards a tag that named a VLAN is out of the bytes, and PCP, DEI and VID are noted beside the frame.
 */
final class Admission implements Stage {
    private static final int TYPE_MASK = 0xffff;
    private static final long MARKS = Descriptor.TAGGED | Descriptor.OFFLOAD | Descriptor.SHARED;
    private static final long MARKS_OR_TCI = MARKS | Descriptor.TCI_FIELD;

    private final FrameMemory memory;
    private final EntryRules rules;
    private final Drops drops;

    Admission(FrameMemory memory, EntryRules rules, Drops drops) {
        this.memory = memory;
        this.rules = rules;
        this.drops = drops;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        batch.count = batch.port.portClass() == PortClass.TRUNK ? trunk(batch, counters) : untagged(batch, counters);
    }

    private int untagged(Batch batch, PortCounters counters) {
        PortState port = batch.port;
        int vlan = port.vlan();
        if (vlan == ForwardingState.NO_VLAN) {
            return judgeAll(batch, counters);
        }
        long fid = MacTable.key(batch.state.vlan(vlan).fid(), 0);
        long tci = Descriptor.withTci(0, batch.state.vlan(vlan).vid());
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            long frame = batch.frames[i];
            long address = memory.frameAddress(frame);
            long destination = RawMemory.getLongBigEndian(address) >>> 16;
            long sourceAndType = RawMemory.getLongBigEndian(address + EthernetLayout.SOURCE);
            long source = sourceAndType >>> 16;
            if ((frame & MARKS_OR_TCI) == 0
                    && isPlain(frame, destination, source, (int) sourceAndType & TYPE_MASK, port)) {
                batch.keep(kept++, frame | tci, fid | source, fid | destination, vlan);
            } else {
                kept = judge(batch, i, kept, counters);
            }
        }
        return kept;
    }

    private int trunk(Batch batch, PortCounters counters) {
        PortState port = batch.port;
        int[] vlanOfVid = port.vlanOfVid();
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            long frame = batch.frames[i];
            long address = memory.frameAddress(frame);
            long destination = RawMemory.getLongBigEndian(address) >>> 16;
            long sourceAndType = RawMemory.getLongBigEndian(address + EthernetLayout.SOURCE);
            long source = sourceAndType >>> 16;
            int vlan = vlanOfVid[Descriptor.tci(frame) & TagControl.VID_MASK];
            if ((frame & MARKS) == Descriptor.TAGGED
                    && vlan >= 0
                    && isPlain(frame, destination, source, (int) sourceAndType & TYPE_MASK, port)) {
                long fid = MacTable.key(batch.state.vlan(vlan).fid(), 0);
                batch.keep(kept++, frame & ~Descriptor.TAGGED, fid | source, fid | destination, vlan);
            } else {
                kept = judge(batch, i, kept, counters);
            }
        }
        return kept;
    }

    private int judgeAll(Batch batch, PortCounters counters) {
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            kept = judge(batch, i, kept, counters);
        }
        return kept;
    }

    private int judge(Batch batch, int i, int kept, PortCounters counters) {
        long frame = rules.judge(batch.frames[i], batch.port, batch.state);
        if (frame == Descriptor.NONE) {
            drops.drop(batch.frames[i], rules.refusal(), counters);
            return kept;
        }
        long address = memory.frameAddress(frame);
        int vlan = rules.vlan();
        long fid = MacTable.key(batch.state.vlan(vlan).fid(), 0);
        long source = RawMemory.getLongBigEndian(address + EthernetLayout.SOURCE) >>> 16;
        batch.keep(kept, frame, fid | source, fid | RawMemory.getLongBigEndian(address) >>> 16, vlan);
        return kept + 1;
    }

    /** True for a frame that may enter and has no tag in its bytes: nearly all. */
    private static boolean isPlain(long frame, long destination, long source, int type, PortState port) {
        int length = Descriptor.length(frame);
        return length >= EthernetLayout.HEADER_LENGTH
                && length <= port.maxFrame()
                && source != 0
                && !MacAddress.isGroup(source)
                && source != destination
                && !MacAddress.isLinkLocal(destination)
                && (type < EtherType.CUSTOMER_TAG || !EtherType.isTag(type));
    }
}
