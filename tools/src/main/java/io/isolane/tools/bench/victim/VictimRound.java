package io.isolane.tools.bench.victim;

/**
 * One round. Immutable.
 *
 * @param framesPerSecond of the victim, that arrived
 * @param lost of the victim, that did not
 * @param medianNanos half of the frames that arrived took no longer from when they were due
 * @param p99Nanos 99 in 100 took no longer
 * @param attackPerSecond frames of the attacker that the switch took
 */
record VictimRound(double framesPerSecond, long lost, long medianNanos, long p99Nanos, double attackPerSecond) {}
