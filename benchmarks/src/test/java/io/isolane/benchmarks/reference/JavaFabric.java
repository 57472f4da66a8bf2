package io.isolane.benchmarks.reference;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Isolane. */
final class JavaFabric implements RingFabric {
    static final String NETWORK = "reference";

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final List<RingPort> ports = new ArrayList<>();
    private long nanos;

    JavaFabric(MemoryConfig memory, TableConfig table, List<PortProfile> profiles) {
        SwitchConfig config = SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withMemory(memory)
                .withTable(table)
                .withWorkers(WorkerConfig.INVOKED);
        fabric = VirtualSwitch.start(config, (port, status) -> {}, () -> nanos);
        cache = fabric.pool().newCache();
        for (PortProfile profile : profiles) {
            RingPort port = new RingPort(profile.name(), fabric.pool(), RingPort.DEFAULT_CAPACITY, cache, cache);
            fabric.attach(profile, port);
            ports.add(port);
        }
    }

    @Override
    public RingPort port(int index) {
        return ports.get(index);
    }

    @Override
    public void link(int port, boolean isUp) {
        ports.get(port).link(isUp);
    }

    @Override
    public void poll(int millis) {
        nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        fabric.poll();
    }

    @Override
    public Map<String, Long> counters(int port) {
        PortCounters counted = fabric.counters(ports.get(port).name());
        Map<String, Long> counters = new TreeMap<>(Map.of(
                "rx-frames", counted.rxFrames(),
                "rx-bytes", counted.rxBytes(),
                "tx-frames", counted.txFrames(),
                "tx-bytes", counted.txBytes(),
                "moved", counted.stationsMoved(),
                "flooded", counted.floodedFrames(),
                "not-learnt", counted.notLearntFrames()));
        for (int i = 0; i < DropReason.count(); i++) {
            DropReason reason = DropReason.at(i);
            counters.put(reason.label(), counted.drops(reason));
        }
        return counters;
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }
}
