package io.isolane.dataplane.port;

/**
 * Is told when a port's link goes down or comes up, and when a port fails. Called by the port's worker: it must not wait. What it throws
 * goes to the thread's uncaught exception handler, and the worker goes on.
 */
@FunctionalInterface
public interface PortListener {
    void portChanged(String port, PortStatus status);
}
