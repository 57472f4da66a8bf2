package io.isolane.tools.bench.device;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.dataplane.linux.Interface;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import io.isolane.tools.bench.tester.Line;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Linux interfaces that a tester is connected to, and the memory for their frames. Confined to the tester's thread. */
public final class LinuxPorts implements AutoCloseable {
    private static final int SMALL_SLOTS = 16_384;
    /** For jumbo frames, and for what the kernel may hand over in one piece. */
    private static final int LARGE_SLOTS = 1024;

    private static final long CARRIER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Endpoint> endpoints;
    private final Arena arena = Arena.ofShared();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, SMALL_SLOTS, LARGE_SLOTS));
    private final FrameCache cache = pool.newCache();
    private final List<WirePort> ports = new ArrayList<>();
    private final Line line;

    /**
     * Opens them.
     *
     * @throws IOException naming the interface, what is the matter with it and, where known, its mend; nothing is left open
     */
    public LinuxPorts(List<Endpoint> endpoints) throws IOException {
        this.endpoints = List.copyOf(endpoints);
        try {
            int mtu = Integer.MAX_VALUE;
            for (Endpoint endpoint : endpoints) {
                mtu = Math.min(mtu, open(endpoint));
            }
            this.line = new Line(pool.memory(), cache, ports, mtu);
        } catch (IOException | RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** The tester's end of them. */
    Line line() {
        return line;
    }

    /** The port of each endpoint, in their order. */
    public List<WirePort> ports() {
        return List.copyOf(ports);
    }

    /** Payload bytes that the longest frame may have, on the interface that takes least. */
    public int mtu() {
        return line.mtu();
    }

    /** Where their frames lie. */
    public FrameMemory memory() {
        return pool.memory();
    }

    /** The stock that their frames come from and go to. */
    public FrameCache cache() {
        return cache;
    }

    /** The first interface that has failed, and why; empty while all are well. */
    public String failure() {
        for (int i = 0; i < ports.size(); i++) {
            PortStatus status = ports.get(i).status();
            if (!status.canTransmit()) {
                return endpoints.get(i) + ": " + status.reason();
            }
        }
        return "";
    }

    @Override
    public void close() {
        ports.forEach(WirePort::close);
        cache.close();
        arena.close();
    }

    /** Opens a port and returns its interface's MTU. */
    private int open(Endpoint endpoint) throws IOException {
        Port port = create(endpoint);
        PortCounters counters = PortCounters.allocate(arena);
        ports.add(new WirePort(port, counters));
        try (Interface link =
                Interface.named(endpoint.name(), endpoint.namespace().orElse(null))) {
            int mtu = link.mtu();
            port.open(
                    new PortContext(pool.memory(), cache, counters, Wakeup.none(), mtu + EthernetLayout.HEADER_LENGTH));
            awaitCarrier(endpoint, link);
            return mtu;
        }
    }

    /** A TAP device has a carrier as soon as it is opened, and the kernel says so a little later. */
    private static void awaitCarrier(Endpoint endpoint, Interface link) throws IOException {
        long deadline = System.nanoTime() + CARRIER_NANOS;
        while (!link.isLinkUp()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new IOException(endpoint + " is down or has no carrier: 'ip link set " + endpoint.name()
                        + " up', and its other end too");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static Port create(Endpoint endpoint) throws IOException {
        String name = endpoint.name();
        Optional<String> namespace = endpoint.namespace();
        PacketConfig packet = PacketConfig.of(name).withOffload(false);
        TapConfig tap = TapConfig.of(name).withOffload(false);
        return switch (endpoint.kind()) {
            case PACKET ->
                PacketPort.create(name, namespace.map(packet::withNamespace).orElse(packet));
            case TAP -> TapPort.create(name, namespace.map(tap::withNamespace).orElse(tap));
        };
    }
}
