package io.isolane.tools.attack.site;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** This switch in memory, moved by the caller's thread, by a clock that is stepped: the same frames have the same fate every time. */
public final class MemorySite implements Site {
    private static final MemoryConfig MEMORY = new MemoryConfig(16_384, 64);
    private static final int RING = 1024;
    private static final int BATCH = 64;

    /** A turn of the switch: time for about a hundred frames of a million a second. */
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /** What passes between two turns while nothing happens: the table is swept in parts, one a turn. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Topology topology;
    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final Map<String, VirtualNic> nics = new LinkedHashMap<>();
    private final Map<String, List<Seat>> seatsOf = new LinkedHashMap<>();
    private final Map<Seat, VirtualNic> nicOf = new EnumMap<>(Seat.class);
    private final Set<String> deaf = new HashSet<>();
    private final long[] frames = new long[BATCH];
    private final long begun = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private long nanos;

    /** Starts the switch. */
    public MemorySite(Topology topology) {
        this.topology = topology;
        this.fabric = VirtualSwitch.start(
                SwitchConfig.of()
                        .withNetworks(topology.networks())
                        .withMemory(MEMORY)
                        .withWorkers(WorkerConfig.INVOKED),
                (port, status) -> {},
                () -> nanos);
        this.cache = fabric.pool().newCache();
        for (PortProfile profile : topology.ports()) {
            RingPort port = new RingPort(profile.name(), fabric.pool(), RING, cache, cache);
            fabric.attach(profile, port);
            nics.put(profile.name(), port.nic());
        }
        for (Seat seat : EnumSet.copyOf(topology.seats().keySet())) {
            Plug plug = plug(seat);
            seatsOf.computeIfAbsent(plug.port(), port -> new ArrayList<>()).add(seat);
            VirtualNic nic = nics.get(plug.port());
            if (nic == null) {
                throw new IllegalArgumentException(plug + " of " + seat.label() + " is no port of the switch");
            }
            nicOf.put(seat, nic);
        }
    }

    @Override
    public String label() {
        return topology.mode().label();
    }

    @Override
    public boolean has(Seat seat) {
        return nicOf.containsKey(seat);
    }

    @Override
    public int ownVid() {
        return topology.ownVid();
    }

    @Override
    public int foreignVid() {
        return topology.foreignVid();
    }

    @Override
    public int mtu() {
        return PortProfile.DEFAULT_MTU;
    }

    @Override
    public boolean send(Seat seat, byte[] frame) {
        VirtualNic nic = nic(seat);
        byte[] whole = Tags.pushed(frame, plug(seat).vid());
        long slot = nic.allocate(whole.length);
        if (slot == Descriptor.NONE) {
            return false;
        }
        RawMemory.put(nic.address(slot), whole);
        if (nic.send(slot)) {
            return true;
        }
        nic.discard(slot);
        return false;
    }

    @Override
    public long refused(Seat seat) {
        return 0;
    }

    @Override
    public int receive(Ear ear) {
        nanos += TURN_NANOS;
        int work = fabric.poll();
        for (Map.Entry<String, VirtualNic> each : nics.entrySet()) {
            if (!deaf.contains(each.getKey())) {
                work += drain(each.getKey(), each.getValue(), ear);
            }
        }
        return work;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public void deafen(Seat seat, boolean isDeaf) {
        String port = plug(seat).port();
        if (isDeaf) {
            deaf.add(port);
        } else {
            deaf.remove(port);
        }
    }

    @Override
    public void pass(Duration time) {
        for (long left = time.toNanos(); left > 0; left -= STEP_NANOS) {
            nanos += Math.min(left, STEP_NANOS);
            fabric.poll();
        }
    }

    /** The table is swept in parts: after twice the time the last silent station is gone. */
    @Override
    public Duration ageing() {
        return TableConfig.DEFAULT.ageing().multipliedBy(2);
    }

    @Override
    public long nowNanos() {
        return begun + nanos;
    }

    @Override
    public void requireWell() {
        nics.keySet().forEach(port -> {
            if (!fabric.status(port).canTransmit()) {
                throw new IllegalStateException(
                        "port " + port + " failed: " + fabric.status(port).reason());
            }
        });
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }

    private int drain(String port, VirtualNic nic, Ear ear) {
        int all = 0;
        int count = nic.receive(frames, BATCH);
        while (count > 0) {
            for (int i = 0; i < count; i++) {
                show(port, bytes(nic, frames[i]), ear);
            }
            nic.free(frames, count);
            all += count;
            count = nic.receive(frames, BATCH);
        }
        return all;
    }

    private void show(String port, byte[] frame, Ear ear) {
        for (Seat seat : seatsOf.getOrDefault(port, List.of())) {
            int vid = plug(seat).vid();
            if (vid == Plug.WHOLE) {
                ear.hears(seat, frame);
            } else if (Tags.isTagged(frame, vid)) {
                ear.hears(seat, Tags.popped(frame));
            }
        }
    }

    /** As on a wire: the tag that travels beside the frame in its place. */
    private static byte[] bytes(VirtualNic nic, long frame) {
        byte[] bytes = nic.bytes(frame);
        return Descriptor.isTagged(frame) ? Tags.pushedTci(bytes, Descriptor.tci(frame)) : bytes;
    }

    private Plug plug(Seat seat) {
        Plug plug = topology.seats().get(seat);
        if (plug == null) {
            throw new IllegalArgumentException("nobody sits at " + seat.label() + " in " + label());
        }
        return plug;
    }

    private VirtualNic nic(Seat seat) {
        VirtualNic nic = nicOf.get(seat);
        if (nic == null) {
            throw new IllegalArgumentException("nobody sits at " + seat.label() + " in " + label());
        }
        return nic;
    }
}
