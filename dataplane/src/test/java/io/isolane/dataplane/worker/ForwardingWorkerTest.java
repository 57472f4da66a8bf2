package io.isolane.dataplane.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.ring.SpscRing;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForwardingWorkerTest {
    private static final int SLOTS = 2048;
    private static final int FRAMES = 700;
    private static final int PORT = 3;

    private final Arena arena = Arena.ofAuto();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, SLOTS, 1));
    private final FrameCache cache = pool.newCache();
    private final MacTable table = new MacTable(arena, 64, 64, new Random(0));
    private final PortCounters counters = PortCounters.allocate(arena);
    private final SpscRing fromOther = new SpscRing(arena, 2048);
    private final SharedState states = new SharedState();
    private final RingPort port = new RingPort("port", pool, 1024, cache, cache);
    private final ForwardingWorker worker = new ForwardingWorker(
            0,
            pool,
            table,
            Bindings.allocate(arena, 64, new Random(0)),
            states,
            Ageing.none(table),
            () -> 0,
            Wakeup.none(),
            (name, status) -> {},
            PortCounters.allocate(arena));

    @Test
    void shouldReleaseAPortWhenAllThatWasOnItsWayHasArrived() {
        worker.onHear(fromOther);
        worker.onOwn(new AttachedPort(
                PORT, 0, new GuardedPort(port), counters, 1514, RateLimit.NONE, PortGuards.MAX_WEIGHT));
        for (int i = 0; i < FRAMES; i++) {
            fromOther.offer(new long[] {cache.allocate(60), PORT}, 0, 2);
        }

        worker.onRelease(PORT);

        assertThat(fromOther.size())
                .as("items that a port of the same number would get")
                .isZero();
        assertThat(counters.txFrames()).isEqualTo(FRAMES);
        assertThat(worker.ports()).isEmpty();
        shouldHaveEverySlotBack();
    }

    @Test
    void shouldFreeWhatOtherWorkersSentWhenItCloses() {
        worker.onHear(fromOther);
        for (int i = 0; i < FRAMES; i++) {
            fromOther.offer(new long[] {cache.allocate(60), PORT}, 0, 2);
        }

        shouldHaveEverySlotBack();
    }

    @Test
    void shouldTakeNoMoreOfAPortInATurnThanItsWeight() {
        AttachedPort attached = new AttachedPort(PORT, 0, new GuardedPort(port), counters, 1514, RateLimit.NONE, 3);
        worker.onOwn(attached);
        states.publishRelease(PolicyCompiler.compile(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)),
                new TreeMap<>(Map.of(PORT, PortProfile.guest("port", "net").build())),
                List.of(),
                new FidRegistry()));
        for (int i = 0; i < 100; i++) {
            port.nic().send(new byte[60]);
        }

        assertThat(worker.doWork()).isEqualTo(3);
        assertThat(worker.doWork()).isEqualTo(3);
        worker.onRestrict(attached.restricted(1514, RateLimit.NONE, 50));
        assertThat(worker.doWork()).isEqualTo(50);
        assertThat(counters.rxFrames()).isEqualTo(56);
        shouldHaveEverySlotBack();
    }

    private void shouldHaveEverySlotBack() {
        worker.onClose();
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SLOTS);
    }
}
