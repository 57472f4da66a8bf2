package io.isolane.tools.bench.victim;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A switch with a thread of its own, and one thread at its ports: it sends the victim's frames when they are due and takes them where they
 * arrive, and tops up the attacker's ring in between, so that the switch never finds it empty. Confined to that thread.
 */
final class VictimRig implements AutoCloseable {
    private static final String NETWORK = "net";
    private static final long VICTIM = 0x02_00_00_00_00_01L;
    private static final long PEER = 0x02_00_00_00_00_02L;
    private static final long ATTACKER = 0x02_00_00_00_00_03L;
    private static final int RING = 1024;
    private static final int BATCH = 64;
    private static final int TOP_UP = 16;
    private static final int LENGTH = 60;
    private static final int DUE = 16;
    private static final int STATIONS = 8;
    private static final long STORM = 1000;

    /** What has not come by then is lost. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final RingPort victim;
    private final RingPort peer;
    private final RingPort attacker;
    private final VictimSettings settings;
    private final long[] frames = new long[BATCH];
    private final Histogram latency = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
    private long numbered;
    private long sent;
    private long arrived;
    private long pace;
    private long due;
    private long begun;

    VictimRig(VictimSettings settings) {
        this.settings = settings;
        this.fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withWorkers(new WorkerConfig(1, WorkerConfig.Idle.SPIN)));
        this.cache = fabric.pool().newCache();
        this.victim =
                port(PortProfile.guest("victim", NETWORK).addresses(VICTIM).build());
        this.peer = port(PortProfile.guest("peer", NETWORK).addresses(PEER).build());
        this.attacker = port(guarded(settings));
    }

    private static PortProfile guarded(VictimSettings settings) {
        RateLimit each = RateLimit.of(Rate.of(Rate.Unit.FRAMES, STORM));
        var guards = PortGuards.builder().weight(settings.weight());
        return PortProfile.guest("attacker", NETWORK)
                .addresses(ATTACKER)
                .stationLimit(settings.hasGuards() ? STATIONS : PortProfile.UNLIMITED)
                .guards(settings.hasGuards() ? guards.storms(new StormControl(each, each, each)) : guards)
                .build();
    }

    private RingPort port(PortProfile profile) {
        RingPort port = new RingPort(profile.name(), fabric.pool(), RING, cache, cache);
        fabric.attach(profile, port);
        return port;
    }

    /** Measures one round. */
    VictimRound run(Onslaught onslaught) {
        latency.reset();
        sent = 0;
        arrived = 0;
        pace = settings.rate() == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / settings.rate();
        long attacked = fabric.counters("attacker").rxFrames();
        begun = System.nanoTime();
        due = begun;
        long end = begun + TimeUnit.MILLISECONDS.toNanos(settings.millis());
        long now = begun;
        while (now - end < 0) {
            offer(now, onslaught);
            attack(onslaught);
            drain(onslaught);
            now = System.nanoTime();
        }
        double seconds = (now - begun) / 1e9;
        long counted = arrived;
        attacked = fabric.counters("attacker").rxFrames() - attacked;
        settle();
        return new VictimRound(
                counted / seconds,
                sent - arrived,
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99),
                attacked / seconds);
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }

    private void offer(long now, Onslaught onslaught) {
        VirtualNic nic = victim.nic();
        for (int i = 0; i < BATCH && due - now <= 0; i++) {
            if (onslaught == Onslaught.SILENCE && !send(nic, ATTACKER, now)) {
                return;
            }
            if (!send(nic, PEER, pace == 0 ? now : due)) {
                return;
            }
            sent++;
            due += pace;
        }
    }

    private static boolean send(VirtualNic nic, long destination, long stamp) {
        long frame = nic.allocate(LENGTH);
        if (frame == Descriptor.NONE) {
            return false;
        }
        long address = nic.address(frame);
        Onslaught.address(address, destination, VICTIM);
        RawMemory.putLong(address + DUE, stamp);
        if (nic.send(frame)) {
            return true;
        }
        nic.discard(frame);
        return false;
    }

    /** The same work whether the switch gets the frames or not. */
    private void attack(Onslaught onslaught) {
        VirtualNic nic = attacker.nic();
        for (int i = 0; i < TOP_UP; i++) {
            long frame = nic.allocate(onslaught.length());
            if (frame == Descriptor.NONE) {
                return;
            }
            onslaught.write(nic.address(frame), ATTACKER, numbered++);
            if (!onslaught.sends() || !nic.send(frame)) {
                nic.discard(frame);
            }
        }
    }

    private void drain(Onslaught onslaught) {
        int count = peer.nic().receive(frames, BATCH);
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long address = peer.nic().address(frames[i]);
            boolean isVictims = Descriptor.length(frames[i]) == LENGTH
                    && RawMemory.getLongBigEndian(address) == (PEER << Short.SIZE | VICTIM >>> Integer.SIZE)
                    && RawMemory.getLong(address + DUE) - begun >= 0;
            if (isVictims) {
                arrived++;
                latency.recordValue(Math.max(0, now - RawMemory.getLong(address + DUE)));
            }
        }
        peer.nic().free(frames, count);
        empty(victim.nic());
        if (onslaught != Onslaught.SILENCE) {
            empty(attacker.nic());
        }
    }

    private void empty(VirtualNic nic) {
        nic.free(frames, nic.receive(frames, BATCH));
    }

    /** Takes what is on its way. */
    private void settle() {
        long quiet = System.nanoTime();
        long before = arrived;
        while (arrived < sent && System.nanoTime() - quiet < QUIET_NANOS) {
            drain(Onslaught.NONE);
            quiet = arrived == before ? quiet : System.nanoTime();
            before = arrived;
        }
    }
}
