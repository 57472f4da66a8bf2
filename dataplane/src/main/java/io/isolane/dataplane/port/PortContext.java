package io.isolane.dataplane.port;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;

/**
 * What a port has of its worker.
 *
 * @param memory where all frames are
 * @param cache the worker's own stock of slots
 * @param counters the port's counters, which its worker alone writes
 * @param wakeup what a port rings when another thread gives it something to receive
 * @param maxFrame longest frame in bytes that the port's MTU allows, without a tag
 */
public record PortContext(FrameMemory memory, FrameCache cache, PortCounters counters, Wakeup wakeup, int maxFrame) {}
