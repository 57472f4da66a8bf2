package io.isolane.dataplane.pipeline;

/** Puts down a port whose guard says so. Called by the worker that has the port, in the middle of a batch from it. */
@FunctionalInterface
public interface PortShutdown {
    /**
     * Nothing enters or leaves on the port from the next batch on.
     *
     * @param port its index
     * @param nanos after which it comes up again, 0 for never
     */
    void shutDown(int port, long nanos);
}
