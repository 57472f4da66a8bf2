package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.port.ring.RingPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The C reference in its thread; its clock is the machine's. */
final class CThreadFabric implements RingFabric {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final MemoryConfig memory;
    private final CMedium medium;
    private final FrameCache cache;
    private final List<RingPort> ports = new ArrayList<>();

    CThreadFabric(Build build, MemoryConfig memory, TableConfig table, List<PortProfile> profiles) throws IOException {
        this.memory = memory;
        medium = new CMedium(build, memory, table);
        cache = medium.pool().newCache();
        for (PortProfile profile : profiles) {
            RingPort port = new RingPort(profile.name(), medium.pool(), RingPort.DEFAULT_CAPACITY, cache, cache);
            medium.attach(profile, port);
            ports.add(port);
        }
    }

    @Override
    public RingPort port(int index) {
        return ports.get(index);
    }

    /** Not for a thread that works by itself: it would have to be told between two frames. */
    @Override
    public void link(int port, boolean isUp) {
        throw new UnsupportedOperationException("the C reference's thread is not told of links");
    }

    /** Waits until the thread has taken all there is, and then until another turn of it has begun. */
    @Override
    public void poll(int millis) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (ports.stream().anyMatch(port -> port.sent().size() > 0)) {
            await(deadline);
        }
        long taken = System.nanoTime();
        while (medium.watch().looked() <= taken) {
            await(deadline);
        }
    }

    @Override
    public Map<String, Long> counters(int port) {
        return medium.reference().counters(port);
    }

    long delivered() {
        return medium.delivered();
    }

    long dropped() {
        return medium.dropped();
    }

    /** And looks that every slot is free again. */
    @Override
    public void close() {
        FramePool pool = medium.pool();
        medium.close();
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(memory.smallSlots());
        assertThat(pool.available(SlotClass.LARGE)).isEqualTo(memory.largeSlots());
    }

    private static void await(long deadline) {
        assertThat(System.nanoTime() - deadline)
                .as("nanoseconds too late for the C thread")
                .isNegative();
        Thread.onSpinWait();
    }
}
