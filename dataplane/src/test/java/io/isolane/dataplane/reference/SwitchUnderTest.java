package io.isolane.dataplane.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real switch with ports in memory, driven by hand on one thread and a clock that is stepped. */
final class SwitchUnderTest implements AutoCloseable {
    private static final MemoryConfig MEMORY = new MemoryConfig(256, 16);
    private static final int RING = 64;

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final Map<String, RingPort> ports = new LinkedHashMap<>();
    private final Map<String, Integer> tpids = new LinkedHashMap<>();
    private final long[] frames = new long[RING];
    private long nanos;

    SwitchUnderTest(Scenario scenario) {
        VirtualNetwork[] networks = scenario.topologies().stream()
                .flatMap(topology -> topology.networks().stream())
                .toArray(VirtualNetwork[]::new);
        fabric = VirtualSwitch.start(
                SwitchConfig.of(networks)
                        .withWorkers(WorkerConfig.INVOKED)
                        .withMemory(MEMORY)
                        .withTable(new TableConfig(scenario.capacity(), Duration.ofSeconds(scenario.ageing()))),
                (port, status) -> {},
                () -> nanos);
        cache = fabric.pool().newCache();
        scenario.topologies().forEach(topology -> topology.ports().forEach(this::attach));
    }

    private void attach(PortProfile profile) {
        RingPort port = new RingPort(profile.name(), fabric.pool(), RING, cache, cache);
        fabric.attach(profile, port);
        ports.put(profile.name(), port);
        tpids.put(profile.name(), RandomFrames.tpid(profile));
    }

    void send(Scenario.Sent sent) {
        VirtualNic nic = nic(sent.port());
        WireFrame frame = sent.frame();
        boolean isBeside = sent.disguise() == Scenario.Disguise.TAG_BESIDE
                && frame.beginsWithTag()
                && !frame.endsInsideTag()
                && frame.type() == tpids.getOrDefault(sent.port(), 0);
        byte[] bytes = (isBeside ? frame.popped() : frame).bytes();
        long descriptor = nic.allocate(bytes.length);
        assertThat(descriptor).isNotEqualTo(Descriptor.NONE);
        descriptor = switch (sent.disguise()) {
            case NONE -> descriptor;
            case TAG_BESIDE -> isBeside ? Descriptor.withTag(descriptor, frame.tci()) : descriptor;
            case SHIFTED -> descriptor | Descriptor.SHIFTED;
            case DIRTY -> Descriptor.withTci(descriptor, 0x2003) | Descriptor.INNER_TAG;
        };
        RawMemory.put(nic.address(descriptor), bytes);
        assertThat(nic.send(descriptor)).isTrue();
    }

    void poll() {
        fabric.poll();
    }

    void advance(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    void link(String port, boolean up) {
        port(port).link(up);
    }

    /** What has arrived at a port since the last call, as its wire would show it. */
    List<WireFrame> heard(String port) {
        VirtualNic nic = nic(port);
        List<WireFrame> heard = new ArrayList<>();
        for (int count = nic.receive(frames, RING); count > 0; count = nic.receive(frames, RING)) {
            for (int i = 0; i < count; i++) {
                WireFrame frame = new WireFrame(nic.bytes(frames[i]));
                heard.add(
                        Descriptor.isTagged(frames[i])
                                ? frame.pushed(tpids.getOrDefault(port, 0), Descriptor.tci(frames[i]))
                                : frame);
            }
            nic.free(frames, count);
        }
        return heard;
    }

    PortCounters counters(String port) {
        return fabric.counters(port);
    }

    /** Closes everything and sees that no slot is missing. */
    @Override
    public void close() {
        fabric.close();
        cache.close();
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(MEMORY.smallSlots());
        assertThat(fabric.pool().available(SlotClass.LARGE)).isEqualTo(MEMORY.largeSlots());
    }

    private RingPort port(String name) {
        return Objects.requireNonNull(ports.get(name));
    }

    private VirtualNic nic(String port) {
        return port(port).nic();
    }
}
