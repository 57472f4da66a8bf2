package io.isolane.tools.bench.victim;

/**
 * How it is measured. Immutable.
 *
 * @param rate of the victim's frames each second; 0 for as many as the switch takes
 * @param millis of each round
 * @param weight of the attacker's port
 * @param hasGuards whether the attacker's port has storm control and a limit of stations
 */
record VictimSettings(int rate, int millis, int weight, boolean hasGuards) {}
