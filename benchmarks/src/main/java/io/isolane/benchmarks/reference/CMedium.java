package io.isolane.benchmarks.reference;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.linux.HugePages;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.Watch;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Medium;
import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The C reference in a thread of its own, between the NICs that Isolane has: it polls the very rings of their ports and forwards frames in the
 * very memory, so that one tester times both. Of a port it takes the rings alone; the Java side of it only frees, in the end, what lies in them.
 */
public final class CMedium implements Medium {
    private final Arena arena = Arena.ofAuto();
    private final FramePool pool;
    private final FrameCache cache;
    private final CReference reference;
    private final List<RingPort> ports = new ArrayList<>();
    private final CThread thread;

    /**
     * A switch without ports, its memory in huge pages as Isolane's is.
     *
     * @throws IOException if it cannot be built, with what the compiler said, or there is no memory
     */
    public CMedium(Build build, MemoryConfig memory, TableConfig table) throws IOException {
        long bytes = FrameMemory.bytesFor(memory.smallSlots(), memory.largeSlots());
        pool = new FramePool(
                new FrameMemory(HugePages.allocate(arena, bytes), memory.smallSlots(), memory.largeSlots()));
        cache = pool.newCache();
        reference = new CReference(build, pool, table);
        thread = new CThread(reference);
        thread.start();
    }

    /**
     * One for a scenario's rig, built as {@code gcc -O3 -march=native} builds it.
     *
     * @throws IOException as the constructor says
     */
    public static CMedium of(Scenario scenario) throws IOException {
        return new CMedium(Build.NATIVE, LatencyRig.memory(scenario), scenario.table());
    }

    @Override
    public FramePool pool() {
        return pool;
    }

    /**
     * As the interface says; the thread rests meanwhile.
     *
     * @throws IllegalArgumentException if the C reference does not know that kind of port
     */
    @Override
    public void attach(PortProfile profile, RingPort port) {
        thread.stop();
        try {
            reference.attach(profile);
            reference.connect(ports.size(), port);
            int maxFrame = profile.mtu() + EthernetLayout.HEADER_LENGTH;
            PortCounters unused = PortCounters.allocate(arena);
            port.open(new PortContext(pool.memory(), cache, unused, Wakeup.none(), maxFrame));
            ports.add(port);
        } finally {
            thread.start();
        }
    }

    @Override
    public Watch watch() {
        return thread;
    }

    @Override
    public int poll() {
        throw new IllegalStateException("the C reference has a thread of its own here");
    }

    @Override
    public long delivered() {
        return sum(port -> reference.counters(port).get("tx-frames"));
    }

    @Override
    public long dropped() {
        return sum(reference::drops);
    }

    /** The switch itself, to read counters of. */
    CReference reference() {
        return reference;
    }

    @Override
    public void close() {
        thread.stop();
        reference.close();
        ports.forEach(RingPort::close);
        cache.close();
    }

    private long sum(IntToLongFunction counter) {
        return IntStream.range(0, ports.size()).mapToLong(counter).sum();
    }
}
