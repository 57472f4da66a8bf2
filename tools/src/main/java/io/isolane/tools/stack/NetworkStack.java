package io.isolane.tools.stack;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;

/**
 * A network stack behind a NIC in memory. One thread calls {@link #doWork}, such as that of {@link #start}; any thread reads the
 * counters.
 */
public final class NetworkStack implements Agent {
    private static final Logger LOG = System.getLogger(NetworkStack.class.getName());
    private static final int BATCH = 64;

    private final String name;
    private final VirtualNic nic;
    private final EthernetResponder ethernet;
    private final AtomicLongArray counters = new AtomicLongArray(Outcome.values().length);
    private final long[] frames = new long[BATCH];

    /** A stack that nobody calls yet; it closes {@code nic} when it is closed. */
    public NetworkStack(String name, VirtualNic nic, StackAddress address) {
        this.name = name;
        this.nic = nic;
        this.ethernet = new EthernetResponder(address);
    }

    /** Starts a thread that answers until the result is closed, and sleeps up to a millisecond when there is nothing to do. */
    public AgentRunner start() {
        AgentRunner runner = new AgentRunner(new BackoffIdleStrategy(), this::failed, null, this);
        AgentRunner.startOnThread(runner, Thread.ofPlatform().daemon().factory());
        return runner;
    }

    @Override
    public String roleName() {
        return "isolane-stack-" + name;
    }

    /** Answers what has arrived; returns how many frames that were. */
    @Override
    public int doWork() {
        int count = nic.receive(frames, BATCH);
        for (int i = 0; i < count; i++) {
            note(answer(frames[i]));
        }
        nic.free(frames, count);
        return count;
    }

    @Override
    public void onClose() {
        nic.close();
    }

    /** Frames with this outcome so far. */
    public long frames(Outcome outcome) {
        return counters.get(outcome.index());
    }

    /** What became of the frames so far, such as {@code stack vm9: 2 arp-reply, 3 echo-reply}. */
    @Override
    public String toString() {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> frames(outcome) > 0)
                .map(outcome -> frames(outcome) + " " + outcome.label())
                .collect(Collectors.joining(", ", "stack " + name + ": ", ""));
    }

    private void failed(Throwable failure) {
        LOG.log(Level.ERROR, "stack " + name + " failed", failure);
    }

    private void note(Outcome outcome) {
        counters.lazySet(outcome.index(), counters.get(outcome.index()) + 1);
    }

    /** A received frame may be one of a flood, whose bytes are everybody's: the answer is made in a copy. */
    private Outcome answer(long request) {
        if (Descriptor.isTagged(request)) {
            return Outcome.UNSUPPORTED;
        }
        int length = Descriptor.length(request);
        long answer = nic.allocate(length);
        if (answer == Descriptor.NONE) {
            return Outcome.NO_ROOM;
        }
        RawMemory.copy(nic.address(request), nic.address(answer), length);
        Outcome outcome = ethernet.turn(nic.address(answer), length);
        if (outcome.isAnswer() && nic.send(answer)) {
            return outcome;
        }
        nic.discard(answer);
        return outcome.isAnswer() ? Outcome.NO_ROOM : outcome;
    }
}
