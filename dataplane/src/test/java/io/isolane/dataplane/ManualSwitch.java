package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real switch with ports in memory, driven by hand on one thread and a clock that is stepped. */
public final class ManualSwitch implements AutoCloseable {
    private static final MemoryConfig MEMORY = new MemoryConfig(1024, 16);
    private static final int RING = 64;

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final Map<String, RingPort> ports = new LinkedHashMap<>();
    private final Map<String, Integer> tpids = new LinkedHashMap<>();
    private final long[] frames = new long[RING];
    private long nanos;

    /** The forms in which an embedder may hand one frame over. */
    public enum Disguise {
        NONE,
        /** The first tag travels beside the frame, if it is of the port's TPID. */
        TAG_BESIDE,
        /** The frame starts where it would if a tag had been taken out. */
        SHIFTED,
        /** Bits that mean nothing on the way in are not zero. */
        DIRTY
    }

    private ManualSwitch(SwitchConfig config) {
        fabric = VirtualSwitch.start(config, (port, status) -> {}, () -> nanos);
        cache = fabric.pool().newCache();
    }

    /** A switch of these networks, whose table holds {@code stations} and ages them after {@code ageing} seconds. */
    public static ManualSwitch of(List<VirtualNetwork> networks, int stations, int ageing) {
        return of(networks, new TableConfig(stations, Duration.ofSeconds(ageing)));
    }

    /** A switch of these networks with a table by these rules. */
    public static ManualSwitch of(List<VirtualNetwork> networks, TableConfig table) {
        return of(SwitchConfig.of(networks.toArray(VirtualNetwork[]::new)).withTable(table));
    }

    /** A switch as {@code config} says, but for memory and workers. */
    public static ManualSwitch of(SwitchConfig config) {
        return new ManualSwitch(config.withWorkers(WorkerConfig.INVOKED).withMemory(MEMORY));
    }

    /** A switch of these networks with a table that is large enough. */
    public static ManualSwitch of(VirtualNetwork... networks) {
        return of(List.of(networks), 256, 300);
    }

    /** Attaches ports in memory. */
    public ManualSwitch attach(PortProfile... profiles) {
        Arrays.stream(profiles).forEach(this::attach);
        return this;
    }

    private void attach(PortProfile profile) {
        RingPort port = new RingPort(profile.name(), fabric.pool(), RING, cache, cache);
        fabric.attach(profile, port);
        ports.put(profile.name(), port);
        tpids.put(profile.name(), tpid(profile));
    }

    private static int tpid(PortProfile profile) {
        return profile.vlan() instanceof VlanMembership.Trunk trunk ? trunk.tpid() : 0x8100;
    }

    /** Gives the port of this name another profile. */
    public void reconfigure(PortProfile profile) {
        fabric.reconfigure(profile);
        tpids.put(profile.name(), tpid(profile));
    }

    /** Detaches a port; what it has not heard yet is lost. */
    public void detach(String port) {
        fabric.detach(port);
        ports.remove(port);
        tpids.remove(port);
    }

    /** Attaches another kind of port. */
    public void attach(PortProfile profile, Port port) {
        fabric.attach(profile, port);
    }

    public VirtualSwitch fabric() {
        return fabric;
    }

    // ---- frames

    /** Lets a port send frames, all at once, and the switch forward them. */
    public void send(String port, WireFrame... sent) {
        Arrays.stream(sent).forEach(frame -> offer(port, frame, Disguise.NONE));
        poll();
    }

    /** Lets a port send a frame that is forwarded at the next poll. */
    public void offer(String port, WireFrame frame, Disguise disguise) {
        VirtualNic nic = nic(port);
        boolean isBeside = disguise == Disguise.TAG_BESIDE
                && frame.beginsWithTag()
                && !frame.endsInsideTag()
                && frame.type() == tpids.getOrDefault(port, 0);
        byte[] bytes = (isBeside ? frame.popped() : frame).bytes();
        long descriptor = nic.allocate(bytes.length);
        assertThat(descriptor).isNotEqualTo(Descriptor.NONE);
        descriptor = switch (disguise) {
            case NONE -> descriptor;
            case TAG_BESIDE -> isBeside ? Descriptor.withTag(descriptor, frame.tci()) : descriptor;
            case SHIFTED -> descriptor | Descriptor.SHIFTED;
            case DIRTY -> Descriptor.withTci(descriptor, 0x2003) | Descriptor.INNER_TAG;
        };
        RawMemory.put(nic.address(descriptor), bytes);
        assertThat(nic.send(descriptor)).isTrue();
    }

    public void poll() {
        fabric.poll();
    }

    /** What has arrived at a port since the last call, as its wire would show it. */
    public List<WireFrame> heard(String port) {
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

    /** Names of the ports that have heard something since they were last asked, in the order in which they were attached. */
    public List<String> listeners() {
        return ports.keySet().stream().filter(port -> !heard(port).isEmpty()).toList();
    }

    // ---- the world around

    public void advance(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }

    public void advance(Duration time) {
        nanos += time.toNanos();
    }

    public void link(String port, boolean up) {
        port(port).link(up);
    }

    public VirtualNic nic(String port) {
        return port(port).nic();
    }

    // ---- what was counted

    public PortCounters counters(String port) {
        return fabric.counters(port);
    }

    public long drops(String port, DropReason reason) {
        return counters(port).drops(reason);
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
        return Objects.requireNonNull(ports.get(name), name);
    }
}
