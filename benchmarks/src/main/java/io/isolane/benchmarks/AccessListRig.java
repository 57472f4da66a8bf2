package io.isolane.benchmarks;

import io.isolane.core.acl.AccessLists;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;

/** A sender with access lists, the whole switch and a receiver in one thread. Confined to its thread. */
final class AccessListRig implements AutoCloseable {
    /** Frames that one step sends. */
    static final int BURST = 64;

    private static final String NETWORK = "net";

    private final VirtualSwitch fabric;
    private final VirtualNic sender;
    private final VirtualNic receiver;
    private final long frames;
    private final long[] received = new long[BURST];
    private int next;

    /** A rig whose sender sends the frames at {@code frames}, one after another. */
    AccessListRig(long frames, AccessLists lists) {
        this.frames = frames;
        fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withWorkers(WorkerConfig.INVOKED));
        sender = fabric.attach(
                PortProfile.guest("sender", NETWORK).guards(PortGuards.builder().access(lists)));
        receiver = fabric.attach(PortProfile.guest("receiver", NETWORK).addresses(AccessRuleMix.DESTINATION));
    }

    /** Sends and forwards one burst; returns the frames that were received. */
    int step() {
        for (int i = 0; i < BURST; i++) {
            long frame = sender.allocate(AccessRuleMix.FRAME_LENGTH);
            long from = frames + (long) next * AccessRuleMix.FRAME_LENGTH;
            RawMemory.copy(from, sender.address(frame), AccessRuleMix.FRAME_LENGTH);
            sender.send(frame);
            next = (next + 1) % AccessRuleMix.FRAMES;
        }
        fabric.poll();
        int count = receiver.receive(received, BURST);
        receiver.free(received, count);
        return count;
    }

    @Override
    public void close() {
        fabric.close();
    }
}
