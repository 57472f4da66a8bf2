package io.isolane.dataplane.worker;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.RateLimit;

/**
 * A port in its place. Immutable.
 *
 * @param index its number in the forwarding state and the MAC table
 * @param worker the worker that owns it
 * @param maxFrame longest frame in bytes that its MTU allows, without a tag
 * @param limit what the frames that leave on it are held to
 * @param weight frames that its worker takes from it in one turn
 */
public record AttachedPort(
        int index, int worker, GuardedPort port, PortCounters counters, int maxFrame, RateLimit limit, int weight) {
    /** The same port, on which other frames may leave and others enter in a turn. */
    public AttachedPort restricted(int longest, RateLimit other, int framesOfATurn) {
        return new AttachedPort(index, worker, port, counters, longest, other, framesOfATurn);
    }
}
