package io.isolane.dataplane.worker;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.ring.SpscRing;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.pipeline.ExitLists;
import io.isolane.dataplane.pipeline.Pipeline;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortListener;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Wakeup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;

/**
 * Polls its ports, each batch run to completion, and takes what other workers' ports received for them. One duty cycle is one
 * {@link #doWork}; a test calls it by hand.
 */
public final class ForwardingWorker implements Agent {
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int MAIL_CHUNK = 64;

    /** Batches that may have waited in a port that was down: what comes after them is new. */
    private static final int STALE_BATCHES = 64;

    private final int index;
    private final FramePool pool;
    private final FrameCache cache;
    private final MacTable table;
    private final SharedState states;
    private final Ageing ageing;
    private final NanoClock clock;
    private final Wakeup wakeup;
    private final PortListener listener;
    private final Pipeline pipeline;
    private final PortCounters counters;
    private final MpscUnboundedVarHandleArrayQueue<Consumer<ForwardingWorker>> mail =
            new MpscUnboundedVarHandleArrayQueue<>(MAIL_CHUNK);
    private final List<SpscRing> arrivals = new ArrayList<>();
    private PolledPort[] ports = {};

    /** A worker without ports. {@code counters} are for what no port of its own can be charged with. */
    public ForwardingWorker(
            int index,
            FramePool pool,
            MacTable table,
            Bindings bindings,
            SharedState states,
            Ageing ageing,
            NanoClock clock,
            Wakeup wakeup,
            PortListener listener,
            PortCounters counters) {
        this.index = index;
        this.pool = pool;
        this.cache = pool.newCache();
        this.table = table;
        this.states = states;
        this.ageing = ageing;
        this.clock = clock;
        this.wakeup = wakeup;
        this.listener = listener;
        this.counters = counters;
        this.pipeline = new Pipeline(pool.memory(), cache, table, bindings, this::shutDown);
    }

    @Override
    public String roleName() {
        return "isolane-worker-" + index;
    }

    @Override
    public int doWork() {
        int work = mail.isEmpty() ? 0 : readMail();
        long nanos = clock.nanoTime();
        pipeline.advanceTo(nanos);
        int now = (int) (nanos / NANOS_PER_MILLI);
        for (PolledPort port : ports) {
            work += poll(port, now);
        }
        for (int i = 0; i < arrivals.size(); i++) {
            work += pipeline.collect(arrivals.get(i), counters);
        }
        ageing.sweep(now);
        return work;
    }

    /** Closes the ports that are left and gives the worker's slots back. */
    @Override
    public void onClose() {
        readMail();
        for (PolledPort port : ports) {
            port.port().close();
        }
        ports = new PolledPort[0];
        long[] left = new long[2];
        arrivals.forEach(ring -> {
            while (ring.poll(left, 2) == 2) {
                cache.free(left[0]);
            }
        });
        cache.close();
    }

    /** True if a call of {@link #doWork} would find something, as far as can be seen without a system call. */
    boolean isReady() {
        for (PolledPort port : ports) {
            if (port.port().isReady()) {
                return true;
            }
        }
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).size() > 0) {
                return true;
            }
        }
        return !mail.isEmpty() || ageing.isBehind();
    }

    int readMail() {
        return mail.drain(letter -> letter.accept(this));
    }

    PolledPort[] ports() {
        return ports;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    void post(Consumer<ForwardingWorker> letter) {
        mail.offer(letter);
        wakeup.afterPublish();
    }

    void onOwn(AttachedPort attached) {
        Port port = attached.port();
        port.open(new PortContext(pool.memory(), cache, attached.counters(), wakeup, attached.maxFrame()));
        pipeline.connect(attached.index(), port, attached.counters());
        onRestrict(attached);
        PolledPort[] more = Arrays.copyOf(ports, ports.length + 1);
        more[ports.length] = new PolledPort(attached);
        ports = more;
    }

    void onReach(AttachedPort attached, SpscRing ring, Wakeup owner) {
        pipeline.connect(attached.index(), ring, owner);
    }

    void onHear(SpscRing ring) {
        arrivals.add(ring);
    }

    void onRestrict(AttachedPort attached) {
        pipeline.advanceTo(clock.nanoTime());
        pipeline.restrict(attached.index(), attached.maxFrame(), attached.limit());
        for (PolledPort port : ports) {
            if (port.index() == attached.index()) {
                port.weight(attached.weight());
            }
        }
    }

    void onFilter(int portIndex, ExitLists lists) {
        pipeline.filter(portIndex, lists);
    }

    void onForget(int portIndex) {
        pipeline.disconnect(portIndex);
    }

    void onRelease(int portIndex) {
        arrivals.forEach(this::takeWhole);
        pipeline.disconnect(portIndex);
        for (PolledPort port : ports) {
            if (port.index() == portIndex) {
                port.port().close();
            }
        }
        ports = Arrays.stream(ports).filter(port -> port.index() != portIndex).toArray(PolledPort[]::new);
    }

    private void takeWhole(SpscRing ring) {
        int frames = pipeline.framesIn(ring);
        while (frames > 0) {
            frames -= pipeline.collect(ring, counters);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same object as last time means nothing has changed
    private int poll(PolledPort polled, int now) {
        ForwardingState before = states.getAcquire();
        if (polled.index() >= before.portCount()) {
            return 0;
        }
        PortStatus status = polled.port().status();
        if (status != polled.lastStatus()) {
            onStatus(polled, status);
        }
        if (!status.canReceive()) {
            return status.isFailed() ? 0 : stayDown(polled);
        }
        int count = pipeline.receive(polled.port(), polled.weight());
        if (count > 0) {
            // Read again: what was sent after a change has been received now, and must find the change.
            ForwardingState after = states.getAcquire();
            ForwardingState state = polled.index() < after.portCount() ? after : before;
            pipeline.forward(count, polled.index(), polled.counters(), state, now);
        }
        return count;
    }

    private void shutDown(int portIndex, long nanos) {
        for (PolledPort port : ports) {
            if (port.index() == portIndex) {
                port.shutDown(clock.nanoTime(), nanos);
            }
        }
    }

    /**
     * A port that its guard has put down keeps its stations, so that nobody takes their places when it comes up again; but it loses them with its
     * link, as any port does.
     */
    private int stayDown(PolledPort down) {
        if (down.losesLink()) {
            table.flush(down.index());
        }
        return down.isDue(clock.nanoTime()) ? reopen(down) : 0;
    }

    /** What was sent to a port that was down is too old to be forwarded. */
    private int reopen(PolledPort down) {
        down.port().reopen();
        int stale = 0;
        int count = 1;
        for (int round = 0; round < STALE_BATCHES && count > 0; round++) {
            count = pipeline.discard(down.port(), down.counters());
            stale += count;
        }
        return stale;
    }

    void onClear(int portIndex) {
        for (PolledPort port : ports) {
            if (port.index() == portIndex && port.port().status().state() == PortStatus.State.SHUT_DOWN) {
                reopen(port);
            }
        }
    }

    /** A port without a link forgets its stations at once; a new array of ports makes the sleeper look at their files again. */
    private void onStatus(PolledPort polled, PortStatus status) {
        polled.lastStatus(status);
        ports = ports.clone();
        if (!status.canTransmit() && status.state() != PortStatus.State.SHUT_DOWN) {
            table.flush(polled.index());
        }
        tell(polled.port().name(), status);
    }

    /** A listener is somebody else's code: what it throws is reported as if it had ended the thread, and the worker goes on. */
    private void tell(String port, PortStatus status) {
        try {
            listener.portChanged(port, status);
        } catch (RuntimeException itsOwn) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, itsOwn);
        }
    }
}
