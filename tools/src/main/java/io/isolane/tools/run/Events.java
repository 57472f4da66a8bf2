package io.isolane.tools.run;

import io.isolane.dataplane.port.PortListener;
import io.isolane.dataplane.port.PortStatus;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What happens while the switch runs: ports that change, and in the end the request to stop, by SIGINT or SIGTERM. Workers and the
 * JVM's shutdown write, one thread reads.
 */
final class Events implements PortListener, AutoCloseable {
    private static final int UNEXPECTED_END = 1;

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread atShutdown = new Thread(this::stopInOrder, "isolane-stop");
    private volatile int exitCode = UNEXPECTED_END;

    private Events() {
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /** Something that happened. */
    sealed interface Event {
        /** A port's link went down or came up, or the port failed. */
        record PortChanged(String port, PortStatus status) implements Event {}

        /** Nothing for a second. */
        record SecondPassed() implements Event {}

        /** Somebody wants the switch to stop. */
        record StopRequested() implements Event {}
    }

    /** Begins to listen for signals. */
    static Events listen() {
        return new Events();
    }

    @Override
    public void portChanged(String port, PortStatus status) {
        queue.add(new Event.PortChanged(port, status));
    }

    /** Waits for the next event, a second at most; an interrupt is a request to stop. */
    Event next() {
        try {
            Event event = queue.poll(1, TimeUnit.SECONDS);
            return event == null ? new Event.SecondPassed() : event;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Event.StopRequested();
        }
    }

    /** Says with what exit code a signal ends the process; without it, it is a failure. */
    void exitWith(int code) {
        exitCode = code;
    }

    /** Lets the process end. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException isShuttingDown) {
            // Then the hook runs already, and ends the process.
            return;
        }
    }

    /** A signal would end the JVM at once, with the signal's exit code: the end waits for the main thread and takes its code. */
    private void stopInOrder() {
        queue.add(new Event.StopRequested());
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
