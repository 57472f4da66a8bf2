package io.isolane.tools.audit.replay;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Segment;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One conversation in one scene: every frame is sent, moved and captured before the next. Confined to its thread. */
final class Replay implements AutoCloseable {
    private static final MemoryConfig MEMORY = new MemoryConfig(1024, 4);
    private static final int BATCH = 64;

    private final Scene scene;
    private final Evidence evidence;
    private final VirtualSwitch forwarding;
    private final Map<String, VirtualNic> nics = new HashMap<>();
    private final long[] frames = new long[BATCH];

    Replay(Scene scene, Evidence evidence) {
        this.scene = scene;
        this.evidence = evidence;
        this.forwarding = VirtualSwitch.start(SwitchConfig.of(scene.networks().toArray(new VirtualNetwork[0]))
                .withPorts(scene.ports())
                .withMemory(MEMORY)
                .withWorkers(WorkerConfig.INVOKED));
        for (PortProfile port : scene.ports()) {
            nics.put(port.name(), forwarding.attach(port));
        }
    }

    /** Lets the stations ask for each other's addresses, which tells the switch where they are; nobody listens yet. */
    void teach(List<Utterance> utterances) throws IOException {
        for (Utterance each : utterances) {
            if (each.isArp()) {
                say(each, false);
            }
        }
    }

    /** The whole conversation, captured. */
    void replay(List<Utterance> utterances) throws IOException {
        for (Utterance each : utterances) {
            say(each, true);
        }
    }

    @Override
    public void close() {
        forwarding.close();
        nics.values().forEach(VirtualNic::close);
    }

    private void say(Utterance said, boolean isCaptured) throws IOException {
        boolean isHere =
                scene.has(said.sender()) && said.receiver().map(scene::has).orElse(true);
        if (!isHere) {
            return;
        }
        if (said.sender() != Station.LAN) {
            send(said, said.sender().port(), said.inVlan(0), isCaptured);
            return;
        }
        for (Segment segment : segments(said)) {
            send(said, segment.uplink(), said.inVlan(segment.vlan()), isCaptured);
        }
    }

    /** Where the LAN server says it: to a station, or to all where nobody listens. */
    private List<Segment> segments(Utterance said) {
        return said.receiver()
                .map(receiver -> List.of(scene.segmentOf(receiver)))
                .orElseGet(scene::segmentsOfOthers);
    }

    private void send(Utterance said, String port, byte[] bytes, boolean isCaptured) throws IOException {
        VirtualNic nic = nics.get(port);
        long frame = nic == null ? Descriptor.NONE : nic.allocate(bytes.length);
        if (nic == null || frame == Descriptor.NONE) {
            throw new IOException("port " + port + " cannot send: no slot is free");
        }
        RawMemory.put(nic.address(frame), bytes);
        if (isCaptured) {
            evidence.add(said.sender(), said.timestampNanos(), nic.address(frame), bytes.length, bytes.length);
        }
        if (!nic.send(frame)) {
            throw new IOException("port " + port + " cannot send: its ring is full");
        }
        forward();
        nics.forEach((name, receiver) -> drain(name, receiver, said, isCaptured));
    }

    private void forward() {
        int moved = forwarding.poll();
        while (moved > 0) {
            moved = forwarding.poll();
        }
    }

    private void drain(String port, VirtualNic nic, Utterance said, boolean isCaptured) {
        int count = nic.receive(frames, BATCH);
        while (count > 0) {
            for (int i = 0; i < count && isCaptured; i++) {
                capture(port, nic, frames[i], said);
            }
            nic.free(frames, count);
            count = nic.receive(frames, BATCH);
        }
    }

    private void capture(String port, VirtualNic nic, long frame, Utterance said) {
        int length = Descriptor.length(frame);
        scene.listeners().keySet().stream()
                .filter(listener -> listener.port().equals(port))
                .forEach(listener -> evidence.add(listener, said.timestampNanos(), nic.address(frame), length, length));
    }
}
