package io.isolane.tools.bench.device;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.NicPort;
import io.isolane.tools.bench.tester.Restart;
import io.isolane.tools.bench.tester.TestPort;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.version.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two switches in this process that are joined by a cable between a port of each (RFC 2889, 5.3), half of the tester's ports at either. Each has memory and
 * a table of its own; the tester's thread carries the frames from one to the other, and moves those of both where there are too few cores for theirs.
 */
final class JoinedSwitches implements Dut {
    /** The tester's thread and one for each switch. */
    private static final int THREADS = 3;

    private static final String NETWORK = "bench";
    private static final String CABLE = "cable";

    private final DeviceOptions options;
    private final SwitchConfig config;
    private Half left;
    private Half right;
    private Line line;

    /**
     * Starts both.
     *
     * @throws IllegalArgumentException if the mode is another than {@code learning}
     */
    JoinedSwitches(DeviceOptions options) {
        if (options.mode() != IsolationMode.LEARNING) {
            throw new IllegalArgumentException("two joined switches are measured in the mode learning, not in "
                    + options.mode().label());
        }
        this.options = options;
        this.config = SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withMemory(MemorySwitch.memory(options.withPorts(options.ports() / 2 + 1)))
                .withTable(TableConfig.DEFAULT.withCapacity(options.tableCapacity()))
                .withWorkers(
                        Runtime.getRuntime().availableProcessors() >= THREADS
                                ? new WorkerConfig(1, WorkerConfig.Idle.SPIN)
                                : WorkerConfig.INVOKED);
        this.left = new Half(config, options);
        this.right = new Half(config, options);
        this.line = join();
    }

    @Override
    public Device describe() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("version", Version.build());
        known.put("commit", Version.commit());
        known.put("devices", "2");
        known.put("cable", "copied by the tester's thread");
        known.put("workers", Integer.toString(config.workers().count()));
        known.put("rings", Integer.toString(options.rings()));
        known.put("tableCapacity", Integer.toString(options.tableCapacity()));
        return new Device("isolane learning, two joined", options.mode().label(), options.ports(), known);
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return List.of(0);
    }

    @Override
    public AddressRange stations(int port, int count) {
        return StationBlocks.at(port, count);
    }

    @Override
    public int deviceOf(int port) {
        return port < options.ports() / 2 ? 0 : 1;
    }

    @Override
    public boolean drains() {
        return true;
    }

    @Override
    public boolean forget(Tester tester) {
        close();
        left = new Half(config, options);
        right = new Half(config, options);
        line = join();
        tester.connect(line);
        return true;
    }

    @Override
    public Optional<Restart> restart(Tester tester) {
        return Optional.empty();
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }

    private Line join() {
        Half near = left;
        Half far = right;
        List<TestPort> ports = new ArrayList<>();
        near.nics.forEach(nic -> ports.add(new NicPort(nic)));
        far.nics.forEach(nic -> ports.add(near.portFor(nic)));
        Cable cable = new Cable(new NicPort(near.cable), near.portFor(far.cable), near.cache);
        boolean hasThreads = config.workers().count() > 0;
        return new Line(
                near.fabric.pool().memory(),
                near.cache,
                ports,
                options.mtu(),
                () -> {
                    if (!hasThreads) {
                        near.fabric.poll();
                        far.fabric.poll();
                    }
                    cable.poll();
                },
                null);
    }

    /** One of the two, with its share of the ports and its end of the cable. */
    private static final class Half implements AutoCloseable {
        final VirtualSwitch fabric;
        final FrameCache cache;
        final List<VirtualNic> nics = new ArrayList<>();
        final VirtualNic cable;

        Half(SwitchConfig config, DeviceOptions options) {
            fabric = VirtualSwitch.start(config);
            cache = fabric.pool().newCache();
            for (int i = 0; i < options.ports() / 2; i++) {
                nics.add(attach(PortProfile.guest("p" + i, NETWORK), options));
            }
            cable = attach(PortProfile.uplink(CABLE, NETWORK), options);
        }

        private VirtualNic attach(PortProfileBuilder builder, DeviceOptions options) {
            PortProfile profile = builder.mtu(options.mtu()).build();
            RingPort port = new RingPort(profile.name(), fabric.pool(), options.rings(), cache, cache);
            fabric.attach(profile, port);
            return port.nic();
        }

        /** A port of the other switch, for frames in the memory of this one. */
        TestPort portFor(VirtualNic other) {
            return new CopyingPort(other, fabric.pool().memory(), cache);
        }

        @Override
        public void close() {
            fabric.close();
            cache.close();
        }
    }
}
