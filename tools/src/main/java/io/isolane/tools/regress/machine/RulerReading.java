package io.isolane.tools.regress.machine;

/**
 * The ruler, read once. Immutable.
 *
 * @param place the fork that came next, counted from 0; after the last fork, how many there were
 * @param computeNanos what the fixed computation took at best
 * @param memoryNanos what the fixed walk through memory took at best
 */
public record RulerReading(int place, long computeNanos, long memoryNanos) {}
