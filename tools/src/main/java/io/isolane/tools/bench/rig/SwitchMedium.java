package io.isolane.tools.bench.rig;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.ThreadWatch;
import java.util.function.ToLongFunction;
import org.agrona.concurrent.SystemNanoClock;

/** The switch under test. */
final class SwitchMedium implements Medium {
    private final ThreadWatch watch = new ThreadWatch(SystemNanoClock.INSTANCE);
    private final VirtualSwitch fabric;

    /** A switch for {@code scenario}, without ports yet, its frames moved by {@code workers}. */
    SwitchMedium(Scenario scenario, MemoryConfig memory, WorkerConfig workers) {
        SwitchConfig config = SwitchConfig.of()
                .withNetworks(new Wiring(scenario).networks())
                .withMemory(memory)
                .withTable(scenario.table())
                .withWorkers(workers);
        fabric = VirtualSwitch.start(config, (port, status) -> {}, watch);
    }

    @Override
    public ThreadWatch watch() {
        return watch;
    }

    @Override
    public FramePool pool() {
        return fabric.pool();
    }

    @Override
    public void attach(PortProfile profile, RingPort port) {
        fabric.attach(profile, port);
    }

    @Override
    public int poll() {
        return fabric.poll();
    }

    @Override
    public long delivered() {
        return sum(PortCounters::txFrames);
    }

    @Override
    public long dropped() {
        return sum(PortCounters::totalDrops);
    }

    @Override
    public void close() {
        fabric.close();
    }

    private long sum(ToLongFunction<PortCounters> counter) {
        return fabric.ports().stream().map(fabric::counters).mapToLong(counter).sum();
    }
}
