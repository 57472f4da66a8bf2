package io.isolane.dataplane.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A port that is attached, and a frame sent to it, while the worker is about to take the next batch. */
class LateChangeTest {
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;

    private final Arena arena = Arena.ofAuto();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, 64, 1));
    private final FrameCache cache = pool.newCache();
    private final MacTable table = new MacTable(arena, 64, 64, new Random(0));
    private final SharedState states = new SharedState();
    private final RingPort a = new RingPort("a", pool, 8, cache, cache);
    private final RingPort b = new RingPort("b", pool, 8, cache, cache);
    private final PortCounters ofA = PortCounters.allocate(arena);
    private final PortCounters ofB = PortCounters.allocate(arena);
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
    void shouldForwardAFrameByTheChangeThatWasPublishedBeforeItWasSent() {
        states.publishRelease(state("a"));
        worker.onOwn(
                new AttachedPort(0, 0, new GuardedPort(new Late()), ofA, 1514, RateLimit.NONE, PortGuards.MAX_WEIGHT));
        worker.onOwn(new AttachedPort(1, 0, new GuardedPort(b), ofB, 1514, RateLimit.NONE, PortGuards.MAX_WEIGHT));

        worker.doWork();

        assertThat(ofA.totalDrops()).isZero();
        assertThat(ofB.txFrames()).isEqualTo(1);
    }

    private static ForwardingState state(String... names) {
        TreeMap<Integer, PortProfile> ports = new TreeMap<>();
        for (String name : names) {
            ports.put(ports.size(), PortProfile.guest(name, "net").build());
        }
        return PolicyCompiler.compile(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)), ports, List.of(), new FidRegistry());
    }

    /** While the worker asks for frames, somebody attaches b and then sends to it. */
    private final class Late implements Port {
        @Override
        public String name() {
            return a.name();
        }

        @Override
        public void open(PortContext context) {
            a.open(context);
        }

        @Override
        public int receive(long[] frames, int max) {
            states.publishRelease(state("a", "b"));
            a.nic().send(WireFrame.of(B, A, 0x0800, new byte[46]).bytes());
            return a.receive(frames, max);
        }

        @Override
        public int transmit(long[] frames, int count) {
            return a.transmit(frames, count);
        }

        @Override
        public PortStatus status() {
            return a.status();
        }

        @Override
        public void close() {
            a.close();
        }
    }
}
