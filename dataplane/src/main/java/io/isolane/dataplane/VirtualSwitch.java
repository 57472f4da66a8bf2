package io.isolane.dataplane;

import io.isolane.core.acl.RuleHits;
import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.StationVisitor;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortListener;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.dataplane.worker.Ageing;
import io.isolane.dataplane.worker.Crew;
import io.isolane.dataplane.worker.ForwardingWorker;
import io.isolane.dataplane.worker.ParkSleeper;
import io.isolane.dataplane.worker.SharedState;
import io.isolane.dataplane.worker.Sleeper;
import io.isolane.dataplane.worker.WorkerThread;
import java.lang.foreign.Arena;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * A switch: memory, a MAC table, workers and the ports between which they move frames.
 *
 * <p>Ports are attached, detached and given new profiles while frames flow; no frame is lost for it and none is forwarded by half a
 * change. Every method may be called by any thread, one call at a time going in, except that with {@link WorkerConfig#INVOKED} the
 * thread that calls {@link #poll} is the only one.
 */
public final class VirtualSwitch implements AutoCloseable {
    private final Arena arena = Arena.ofAuto();
    private final FramePool pool;
    private final MacTable table;
    private final Bindings bindings;
    private final NanoClock clock;
    private final List<ForwardingWorker> workers = new ArrayList<>();
    private final List<WorkerThread> threads = new ArrayList<>();
    private final ControlPlane control;
    private boolean isClosed;

    private VirtualSwitch(SwitchConfig config, NanoClock clock, PortListener listener) {
        MemoryConfig size = config.memory();
        this.pool = new FramePool(
                new FrameMemory(FrameSegments.allocate(arena, size), size.smallSlots(), size.largeSlots()));
        this.table = new MacTable(arena, config.table().limits(), ControlPlane.MAX_PORTS, new SecureRandom());
        this.bindings = Bindings.allocate(arena, ControlPlane.MAX_PORTS, new SecureRandom());
        this.clock = clock;
        SharedState states = new SharedState();
        int count = Math.max(1, config.workers().count());
        CountDownLatch running = new CountDownLatch(config.workers().count());
        for (int index = 0; index < count; index++) {
            startWorker(index, config, states, clock, listener, running);
        }
        Crew crew = new Crew(arena, workers, threads.isEmpty());
        this.control = new ControlPlane(config, table, bindings, states, crew, arena);
    }

    /** A running switch without ports, its frames moved by threads of its own. */
    public static VirtualSwitch start(SwitchConfig config) {
        return start(config, (port, status) -> {});
    }

    /** As the other; {@code listener} is told of ports whose link goes down or that fail. */
    public static VirtualSwitch start(SwitchConfig config, PortListener listener) {
        return new VirtualSwitch(config, SystemNanoClock.INSTANCE, listener);
    }

    /** As the others, by a clock that the caller steps: for tests. */
    public static VirtualSwitch start(SwitchConfig config, PortListener listener, NanoClock clock) {
        return new VirtualSwitch(config, clock, listener);
    }

    /**
     * Attaches a guest in memory under {@code name}: by its profile in the configuration if it has one there, else to the switch's only
     * network.
     *
     * @throws IllegalArgumentException if the name is taken, or what it needs is missing
     */
    public VirtualNic attach(String name) {
        return attach(control.profileFor(name));
    }

    /**
     * Attaches a port in memory.
     *
     * @return the guest's end, which one thread may send from and one receive from
     * @throws IllegalArgumentException if the name is taken, or the profile does not fit the networks
     */
    public VirtualNic attach(PortProfile profile) {
        RingPort port = new RingPort(profile.name(), pool, RingPort.DEFAULT_CAPACITY);
        attach(profile, port);
        return port.nic();
    }

    /** As {@link #attach(PortProfile)}, for a profile that is complete. */
    public VirtualNic attach(PortProfileBuilder profile) {
        return attach(profile.build());
    }

    /**
     * Attaches any port; the switch closes it when it is detached.
     *
     * @throws IllegalArgumentException if the name is taken, or the profile does not fit the networks
     */
    public void attach(PortProfile profile, Port port) {
        control.attach(profile, port);
    }

    /**
     * Detaches and closes a port; its stations are forgotten.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public void detach(String port) {
        control.detach(port);
    }

    /**
     * Gives the port of this name another profile.
     *
     * @throws IllegalArgumentException if there is no such port, or the profile does not fit the networks; nothing has changed then
     */
    public void reconfigure(PortProfile profile) {
        control.reconfigure(profile);
    }

    /**
     * Forgets what was learnt behind a port, sticky stations too, and lets it come up if port security has put it down.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public void clear(String port) {
        control.clear(port);
    }

    /** Moves what is waiting, once, where {@link WorkerConfig#INVOKED} leaves that to the caller; returns frames and commands handled. */
    public int poll() {
        if (!threads.isEmpty()) {
            throw new IllegalStateException("this switch has threads of its own: poll one with WorkerConfig.INVOKED");
        }
        return workers.getFirst().doWork();
    }

    /** Names of the attached ports, in the order of their numbers. */
    public List<String> ports() {
        return control.ports();
    }

    /**
     * A port's counters, which any thread may read while frames flow.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public PortCounters counters(String port) {
        return control.attached(port).counters();
    }

    /**
     * How a port is.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public PortStatus status(String port) {
        return control.attached(port).port().status();
    }

    /** Shows every station that is known, ports by their place in {@link #ports}. */
    public void stations(StationVisitor visitor) {
        table.forEach(visitor);
    }

    /** The last station that moved from one port to another; empty if none has. */
    public Optional<ReportedStation> lastMove() {
        return control.lastMove((int) TimeUnit.NANOSECONDS.toMillis(clock.nanoTime()));
    }

    /**
     * The last station whose frame was refused because it may not speak where it did, by port security or because it moves too often; empty if
     * there is none. What {@link io.isolane.core.policy.PortSecurity.Violation#PROTECT} refuses is not reported.
     */
    public Optional<ReportedStation> lastRefusal() {
        return control.lastRefusal((int) TimeUnit.NANOSECONDS.toMillis(clock.nanoTime()));
    }

    /** IP addresses that are bound to stations behind ports, known and learnt; in no order. */
    public List<BoundAddress> bindings() {
        return control.bindings(TimeUnit.NANOSECONDS.toMillis(clock.nanoTime()));
    }

    /**
     * How often the rules of a port's access lists for frames that enter have matched, in their order, and at the end what none
     * matched; empty without lists. Any thread may ask while frames flow.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public List<RuleHits> hitsIn(String port) {
        return control.hits(port, true);
    }

    /**
     * As {@link #hitsIn}, of frames that leave.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    public List<RuleHits> hitsOut(String port) {
        return control.hits(port, false);
    }

    /** Where frames come from. */
    public FramePool pool() {
        return pool;
    }

    /** Stops the workers and closes the ports. NICs send and receive nothing afterwards; memory goes when nobody refers to it any more. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            threads.forEach(WorkerThread::stop);
            threads.forEach(WorkerThread::close);
            if (threads.isEmpty()) {
                workers.forEach(ForwardingWorker::onClose);
            }
        }
    }

    private void startWorker(
            int index,
            SwitchConfig config,
            SharedState states,
            NanoClock clock,
            PortListener listener,
            CountDownLatch running) {
        boolean sleeps = config.workers().count() > 0 && config.workers().idle() == WorkerConfig.Idle.SLEEP;
        Sleeper sleeper = sleeps ? Sleepers.newSleeper() : new ParkSleeper();
        Wakeup wakeup = sleeps ? Wakeup.by(sleeper::wake) : Wakeup.none();
        Ageing ageing =
                index == 0 ? new Ageing(table, (int) config.table().ageing().toMillis()) : Ageing.none(table);
        ForwardingWorker worker = new ForwardingWorker(
                index, pool, table, bindings, states, ageing, clock, wakeup, listener, PortCounters.allocate(arena));
        workers.add(worker);
        if (config.workers().count() > 0) {
            WorkerThread thread = new WorkerThread(worker, sleeper, sleeps, running);
            threads.add(thread);
            thread.start();
        }
    }
}
