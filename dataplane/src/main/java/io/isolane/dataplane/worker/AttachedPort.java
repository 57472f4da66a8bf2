package io.isolane.dataplane.worker;

import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.port.Port;

/**
 * A port in its place. Immutable.
 *
 * @param index its number in the forwarding state and the MAC table
 * @param worker the worker that owns it
 * @param maxFrame longest frame in bytes that its MTU allows, without a tag
 */
public record AttachedPort(int index, int worker, Port port, PortCounters counters, int maxFrame) {}
