package io.isolane.tools.bench.device;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Wiring;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.Restart;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.version.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** This switch, in this process, with rings as its ports; where there are two cores it has a thread that never waits. */
final class MemorySwitch implements Dut {
    /** Slots that lie idle in the stocks of threads. */
    private static final int IDLE_SLOTS = 4096;

    /** Large slots have 72 KiB: not every place of every ring gets one. */
    private static final int MAX_LARGE_SLOTS = 4096;

    private final DeviceOptions options;
    private final Wiring wiring;
    private final SwitchConfig config;
    private RunningSwitch running;

    /** Starts a switch. */
    MemorySwitch(DeviceOptions options) {
        this.options = options;
        Scenario any = Scenario.of(options.mode())
                .withFrameLength(options.mtu())
                .withPorts(options.ports())
                .withVlans(options.vlans());
        this.wiring = new Wiring(any.withAddresses(2 * options.addresses() * Wiring.guests(any)));
        this.config = SwitchConfig.of()
                .withNetworks(wiring.networks())
                .withMemory(memory(options))
                .withTable(TableConfig.DEFAULT.withCapacity(tableCapacity(any)))
                .withWorkers(
                        Runtime.getRuntime().availableProcessors() > 1
                                ? new WorkerConfig(1, WorkerConfig.Idle.SPIN)
                                : WorkerConfig.INVOKED);
        this.running = start();
    }

    @Override
    public Device describe() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("version", Version.build());
        known.put("commit", Version.commit());
        known.put("workers", Integer.toString(config.workers().count()));
        known.put("idle", config.workers().count() == 0 ? "polled by the tester" : "spin");
        known.put("rings", Integer.toString(options.rings()));
        known.put("vlans", options.vlans().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        known.put("mtu", Integer.toString(options.mtu()));
        known.put("tableCapacity", Integer.toString(config.table().capacity()));
        known.put("ageingSeconds", Long.toString(config.table().ageing().toSeconds()));
        known.put("smallSlots", Integer.toString(config.memory().smallSlots()));
        known.put("largeSlots", Integer.toString(config.memory().largeSlots()));
        return new Device("isolane " + options.mode().label(), options.mode().label(), options.ports(), known);
    }

    @Override
    public Line line() {
        return running.line();
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return wiring.vidFor(from, to).stream().toList();
    }

    @Override
    public AddressRange stations(int port, int count) {
        if (count > options.addresses()) {
            throw new IllegalArgumentException(count + " stations at port " + port + " are more than the "
                    + options.addresses() + " that the switch was made for");
        }
        return new AddressRange(wiring.firstStation(port), count);
    }

    @Override
    public boolean drains() {
        return true;
    }

    @Override
    public boolean forget(Tester tester) {
        running.close();
        running = start();
        tester.connect(running.line());
        return true;
    }

    @Override
    public Optional<Restart> restart(Tester tester) {
        return Optional.of(new Restart() {
            private final FutureTask<RunningSwitch> other = new FutureTask<>(MemorySwitch.this::restarted);

            @Override
            public void begin() {
                tester.connect(running.line().unplugged());
                Thread.ofPlatform().name("restart").daemon().start(other);
            }

            @Override
            public boolean isOver() {
                if (!other.isDone()) {
                    return false;
                }
                running = other.resultNow();
                tester.connect(running.line());
                return true;
            }
        });
    }

    @Override
    public void close() {
        running.close();
    }

    private RunningSwitch restarted() {
        running.close();
        return start();
    }

    private RunningSwitch start() {
        return new RunningSwitch(config, wiring.ports(), options);
    }

    /** Registered stations have their places whatever the capacity that was asked for. */
    private int tableCapacity(Scenario scenario) {
        boolean isRegistered = options.mode() == IsolationMode.REGISTERED;
        return isRegistered
                ? Math.max(options.tableCapacity(), 2 * options.addresses() * Wiring.guests(scenario))
                : options.tableCapacity();
    }

    /** Slots for all places of all rings. */
    static MemoryConfig memory(DeviceOptions options) {
        int places = 2 * options.rings() * options.ports() + IDLE_SLOTS;
        boolean isLarge = SlotClass.of(options.mtu() + EthernetLayout.HEADER_LENGTH + 1) == SlotClass.LARGE;
        return new MemoryConfig(places, isLarge ? Math.min(places, MAX_LARGE_SLOTS) : 0);
    }
}
