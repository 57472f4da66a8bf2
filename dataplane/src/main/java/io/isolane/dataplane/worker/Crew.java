package io.isolane.dataplane.worker;

import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.pipeline.ExitLists;
import io.isolane.dataplane.port.Wakeup;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The workers of a switch and the rings between each two of them. The control plane's way to talk to them: a method for each command,
 * done when it returns. One caller at a time.
 */
public final class Crew {
    private static final int RING_CAPACITY = 8192;

    private final List<ForwardingWorker> workers;
    private final SpscRing[][] rings;
    private final boolean isInvoked;

    /** Connects the workers; {@code isInvoked} if the caller itself runs the only one. */
    public Crew(Arena arena, List<ForwardingWorker> workers, boolean isInvoked) {
        this.workers = List.copyOf(workers);
        this.isInvoked = isInvoked;
        this.rings = new SpscRing[workers.size()][workers.size()];
        for (int from = 0; from < workers.size(); from++) {
            for (int to = 0; to < workers.size(); to++) {
                if (from != to) {
                    SpscRing ring = new SpscRing(arena, RING_CAPACITY);
                    rings[from][to] = ring;
                    tell(workers.get(to), worker -> worker.onHear(ring));
                }
            }
        }
    }

    public int size() {
        return workers.size();
    }

    /**
     * Gives a port to its worker, and to the others the way to it.
     *
     * @throws RuntimeException what {@link io.isolane.dataplane.port.Port#open} threw
     */
    public void attach(AttachedPort port) {
        tell(workers.get(port.worker()), worker -> worker.onOwn(port));
        for (int from = 0; from < workers.size(); from++) {
            if (from != port.worker()) {
                SpscRing ring = rings[from][port.worker()];
                Wakeup owner = workers.get(port.worker()).wakeup();
                tell(workers.get(from), worker -> worker.onReach(port, ring, owner));
            }
        }
    }

    /** Tells the worker that has a port what may leave on it from now on. */
    public void restrict(AttachedPort port) {
        tell(workers.get(port.worker()), worker -> worker.onRestrict(port));
    }

    /** Lets a port come up again that its guard has put down. */
    public void clear(AttachedPort port) {
        tell(workers.get(port.worker()), worker -> worker.onClear(port.index()));
    }

    /** Tells the worker that has a port by which access lists frames may leave on it from now on. */
    public void filter(AttachedPort port, ExitLists lists) {
        tell(workers.get(port.worker()), worker -> worker.onFilter(port.index(), lists));
    }

    /** Closes a port when no worker sends to it any more and what was on its way has arrived: its number may be used again. */
    public void detach(AttachedPort port) {
        for (int from = 0; from < workers.size(); from++) {
            if (from != port.worker()) {
                tell(workers.get(from), worker -> worker.onForget(port.index()));
            }
        }
        tell(workers.get(port.worker()), worker -> worker.onRelease(port.index()));
    }

    private void tell(ForwardingWorker worker, Consumer<ForwardingWorker> letter) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        worker.post(reader -> {
            try {
                letter.accept(reader);
                done.complete(true);
            } catch (RuntimeException refused) {
                done.completeExceptionally(refused);
            }
        });
        if (isInvoked) {
            worker.readMail();
        }
        await(done);
    }

    private static void await(CompletableFuture<Boolean> done) {
        try {
            done.get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a worker was changing its ports", interrupted);
        }
    }
}
