package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Isolane. */
final class JavaFabric implements Fabric {
    static final String NETWORK = "reference";

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final List<RingPort> ports = new ArrayList<>();
    private final long[] one = new long[1];
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
    public void send(int port, byte[] bytes, int tci) {
        VirtualNic nic = nic(port);
        long frame = nic.allocate(bytes.length);
        assertThat(frame).isNotEqualTo(Descriptor.NONE);
        RawMemory.put(nic.address(frame), bytes);
        assertThat(nic.send(tci == NO_TAG ? frame : Descriptor.withTag(frame, tci)))
                .isTrue();
    }

    @Override
    public void offer(int port, long descriptor) {
        assertThat(nic(port).send(descriptor)).isTrue();
    }

    @Override
    public void pass(int from, int to) {
        if (nic(from).receive(one, 1) == 1) {
            assertThat(nic(to).send(one[0])).isTrue();
        }
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
    public List<Heard> heard(int port) {
        VirtualNic nic = nic(port);
        List<Heard> heard = new ArrayList<>();
        while (nic.receive(one, 1) == 1) {
            int tci = Descriptor.isTagged(one[0]) ? Descriptor.tci(one[0]) : NO_TAG;
            heard.add(new Heard(HexFormat.of().formatHex(nic.bytes(one[0])), tci));
            nic.free(one[0]);
        }
        return heard;
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

    private VirtualNic nic(int port) {
        return ports.get(port).nic();
    }
}
