package io.isolane.tools.chaos;

import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** One run: a switch with threads of its own, two ports that nobody touches, and a thread that does mischief to all others. */
final class Chaos {
    private static final String NETWORK = "net";
    private static final int CALM_VLAN = 1000;
    private static final long LEFT = 0x02_c4_00_00_00_01L;
    private static final long RIGHT = 0x02_c4_00_00_00_02L;

    /** Room for every place of every ring, between workers too, and for what threads have in stock. */
    private static final MemoryConfig MEMORY = new MemoryConfig(49_152, 256);

    /** On a busy machine a thread may not run for a while; a frame that takes longer is lost. */
    private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final int workers;
    private final long seed;
    private volatile String failure = "";
    private volatile boolean isOver;

    /**
     * A run.
     *
     * @param workers threads of the switch; with two, the checked frames cross from one to the other
     * @param seed of what happens; when it happens is up to the machine
     */
    Chaos(int workers, long seed) {
        this.workers = workers;
        this.seed = seed;
    }

    /** Runs for as long as told; {@code progress} hears of frames that have arrived, once a second. */
    ChaosResult run(Duration duration, LongConsumer progress) throws InterruptedException {
        VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withMemory(MEMORY)
                .withWorkers(new WorkerConfig(workers, WorkerConfig.Idle.SLEEP)));
        VirtualNic left = fabric.attach(calm("left", LEFT));
        VirtualNic right = fabric.attach(calm("right", RIGHT));
        List<CheckedTraffic> traffic =
                List.of(new CheckedTraffic(left, LEFT, right, RIGHT), new CheckedTraffic(right, RIGHT, left, LEFT));
        Mischief mischief = new Mischief(fabric, new Random(seed), NETWORK);
        Thread rogue = Thread.ofPlatform().name("isolane-chaos").daemon().start(() -> doMischief(mischief));
        check(traffic, duration, progress);
        isOver = true;
        rogue.join();
        drain(traffic);
        fabric.close();
        left.close();
        right.close();
        return result(fabric, traffic, mischief);
    }

    private static PortProfile calm(String name, long mac) {
        return PortProfile.guest(name, NETWORK)
                .vlan(VlanMembership.access(CALM_VLAN))
                .addresses(mac)
                .build();
    }

    private void doMischief(Mischief mischief) {
        try (mischief) {
            while (!isOver) {
                mischief.poll();
            }
        } catch (RuntimeException unexpected) {
            fail("a change was not taken: " + unexpected);
        }
    }

    /** The first reason is kept. */
    private synchronized void fail(String reason) {
        failure = failure.isEmpty() ? reason : failure;
    }

    private void check(List<CheckedTraffic> traffic, Duration duration, LongConsumer progress) {
        long begun = System.nanoTime();
        long nextTold = begun + TimeUnit.SECONDS.toNanos(1);
        while (System.nanoTime() - begun < duration.toNanos() && failure.isEmpty()) {
            if (poll(traffic, true) == 0) {
                Thread.onSpinWait();
            }
            if (System.nanoTime() - nextTold > 0) {
                progress.accept(
                        traffic.stream().mapToLong(CheckedTraffic::arrived).sum());
                nextTold += TimeUnit.SECONDS.toNanos(1);
            }
            if (traffic.stream().anyMatch(each -> each.silence() > LOST_NANOS)) {
                fail("nothing came for " + TimeUnit.NANOSECONDS.toSeconds(LOST_NANOS) + " s");
            }
        }
    }

    private void drain(List<CheckedTraffic> traffic) {
        long begun = System.nanoTime();
        while (!traffic.stream().allMatch(CheckedTraffic::isComplete) && System.nanoTime() - begun < LOST_NANOS) {
            poll(traffic, false);
        }
    }

    private static int poll(List<CheckedTraffic> traffic, boolean isGoingOn) {
        int moved = 0;
        for (CheckedTraffic each : traffic) {
            moved += each.poll(isGoingOn);
        }
        return moved;
    }

    private ChaosResult result(VirtualSwitch fabric, List<CheckedTraffic> traffic, Mischief mischief) {
        long slots = 0;
        for (SlotClass size : SlotClass.values()) {
            slots += fabric.pool().memory().slots(size) - fabric.pool().available(size);
        }
        Map<String, Long> deeds = mischief.done().entrySet().stream()
                .collect(Collectors.toMap(deed -> deed.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        return new ChaosResult(
                traffic.stream().mapToLong(CheckedTraffic::arrived).sum(),
                traffic.stream().mapToLong(CheckedTraffic::missing).sum(),
                traffic.stream().mapToLong(CheckedTraffic::late).sum(),
                traffic.stream().mapToLong(CheckedTraffic::strange).sum(),
                slots,
                deeds,
                failure);
    }
}
