package io.isolane.tools.attack.site;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.device.Endpoint;
import io.isolane.tools.bench.device.LinuxPorts;
import io.isolane.tools.bench.device.WirePort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Whatever switch is between Linux interfaces, one for each seat. */
public final class LinuxSite implements Site {
    private static final int BATCH = 64;

    private final String label;
    private final Vlans vlans;
    private final Duration patience;
    private final Duration ageing;
    private final LinuxPorts ports;
    private final Map<Seat, WirePort> portOf = new EnumMap<>(Seat.class);
    private final Set<Seat> deaf = EnumSet.noneOf(Seat.class);
    private final long[] frames = new long[BATCH];
    private final long[] one = new long[1];

    /**
     * The VLANs of the ports.
     *
     * @param own the attacker's
     * @param foreign the stranger's
     */
    public record Vlans(int own, int foreign) {}

    /**
     * Opens the interfaces.
     *
     * @param label what to call the switch
     * @param endpoints three to six, of the seats in their order
     * @param patience how long after the last frame another may come
     * @param ageing how long the switch remembers a silent station; zero if nobody knows
     * @throws IOException naming what is missing and, where known, its mend; nothing is left open
     */
    public LinuxSite(String label, List<Endpoint> endpoints, Vlans vlans, Duration patience, Duration ageing)
            throws IOException {
        this.label = label;
        this.vlans = vlans;
        this.patience = patience;
        this.ageing = ageing;
        this.ports = new LinuxPorts(endpoints);
        Seat[] seats = Seat.values();
        for (int i = 0; i < endpoints.size(); i++) {
            portOf.put(seats[i], ports.ports().get(i));
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean has(Seat seat) {
        return portOf.containsKey(seat);
    }

    @Override
    public int ownVid() {
        return vlans.own();
    }

    @Override
    public int foreignVid() {
        return vlans.foreign();
    }

    @Override
    public int mtu() {
        return ports.mtu();
    }

    @Override
    public boolean send(Seat seat, byte[] frame) {
        long slot = ports.cache().allocate(frame.length);
        if (slot == Descriptor.NONE) {
            return false;
        }
        RawMemory.put(ports.memory().frameAddress(slot), frame);
        one[0] = slot;
        boolean isTaken = port(seat).send(one, 1) == 1;
        if (!isTaken) {
            ports.cache().free(slot);
        }
        return isTaken;
    }

    @Override
    public long refused(Seat seat) {
        return port(seat).refused();
    }

    @Override
    public int receive(Ear ear) {
        int all = 0;
        for (Map.Entry<Seat, WirePort> each : portOf.entrySet()) {
            int count = deaf.contains(each.getKey()) ? 0 : each.getValue().receive(frames, BATCH);
            for (int i = 0; i < count; i++) {
                ear.hears(each.getKey(), bytes(frames[i]));
                ports.cache().free(frames[i]);
            }
            all += count;
        }
        return all;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void deafen(Seat seat, boolean isDeaf) {
        if (isDeaf) {
            deaf.add(seat);
        } else {
            deaf.remove(seat);
        }
    }

    @Override
    public void pass(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    @Override
    public Duration ageing() {
        return ageing;
    }

    @Override
    public long nowNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public void requireWell() throws IOException {
        String failure = ports.failure();
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    @Override
    public void close() {
        ports.close();
    }

    private byte[] bytes(long frame) {
        byte[] bytes = RawMemory.get(ports.memory().frameAddress(frame), Descriptor.length(frame));
        return Descriptor.isTagged(frame) ? Tags.pushedTci(bytes, Descriptor.tci(frame)) : bytes;
    }

    private WirePort port(Seat seat) {
        WirePort port = portOf.get(seat);
        if (port == null) {
            throw new IllegalArgumentException("nobody sits at " + seat.label());
        }
        return port;
    }
}
