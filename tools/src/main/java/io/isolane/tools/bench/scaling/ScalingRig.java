package io.isolane.tools.bench.scaling;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.tools.bench.host.HostPort;
import io.isolane.tools.bench.host.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A switch in mode learning with four ports in one VLAN, its workers' threads kept on a core each and never asleep. There are fewer slots than
 * one ring between workers has places, so that a slow worker holds the other up and makes it drop nothing. Confined to its thread.
 */
final class ScalingRig implements AutoCloseable {
    private static final int PORTS = 4;
    private static final int STATIONS = 64;
    private static final int SLOTS = 2048;
    private static final int PATIENCE = 100;
    private static final int VLAN = 10;
    private static final String NETWORK = "bench";

    private final VirtualSwitch fabric;
    private final List<Ledger> ledgers;
    private final List<HostPort> ports = new ArrayList<>();
    private final Arrangement arrangement;

    /** A rig that has begun to forward. */
    ScalingRig(Arrangement arrangement, CorePair cores) {
        this.arrangement = arrangement;
        this.ledgers = Stream.generate(Ledger::new).limit(arrangement.workers()).toList();
        fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withMemory(new MemoryConfig(SLOTS, 0))
                .withWorkers(new WorkerConfig(arrangement.workers(), WorkerConfig.Idle.SPIN)));
        for (int number = 0; number < PORTS; number++) {
            attach(number, cores);
        }
    }

    /** Lets every station be heard and the machine settle; afterwards only those ports send that the arrangement wants. */
    void warmUp(Duration time) throws InterruptedException {
        sleep(time.dividedBy(2));
        for (int number = 0; number < PORTS; number++) {
            if (!arrangement.sends(number)) {
                ports.get(number).fallSilent();
            }
        }
        sleep(time.dividedBy(2));
    }

    /** Looks on for a while, and on where the machine gave the workers so little of it that no frame came out. */
    Reading measure(Duration time) throws InterruptedException {
        long droppedBefore = dropped();
        List<Ledger.Entry> before = ledgers.stream().map(Ledger::read).toList();
        long begun = System.nanoTime();
        List<Ledger.Entry> after = before;
        for (int left = PATIENCE; left > 0 && received(after) == received(before); left--) {
            sleep(time);
            after = ledgers.stream().map(Ledger::read).toList();
        }
        long nanos = System.nanoTime() - begun;
        Ledger.Entry first = after.getFirst().minus(before.getFirst());
        Ledger.Entry last = after.getLast().minus(before.getLast());
        return new Reading(
                (received(after) - received(before)) * 1e9 / nanos,
                (double) first.busyNanos() / Math.max(1, first.sent()),
                (double) last.busyNanos() / Math.max(1, last.received()),
                dropped() - droppedBefore);
    }

    @Override
    public void close() {
        fabric.close();
    }

    private void attach(int number, CorePair cores) {
        int worker = number % arrangement.workers();
        HostPort port = new HostPort(
                "p" + number,
                number,
                arrangement.partner(number),
                STATIONS,
                number < arrangement.workers(),
                ledgers.get(worker),
                () -> cores.pin(worker));
        ports.add(port);
        fabric.attach(
                PortProfile.guest(port.name(), NETWORK)
                        .vlan(VlanMembership.access(VLAN))
                        .build(),
                port);
    }

    private static long received(List<Ledger.Entry> entries) {
        return entries.stream().mapToLong(Ledger.Entry::received).sum();
    }

    private long dropped() {
        return fabric.ports().stream()
                .map(fabric::counters)
                .mapToLong(PortCounters::totalDrops)
                .sum();
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
