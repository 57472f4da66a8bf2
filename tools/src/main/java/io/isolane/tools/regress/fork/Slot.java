package io.isolane.tools.regress.fork;

/**
 * A place in the order of forks. Immutable.
 *
 * @param round from 0: the first look, and what confirms or extends it
 * @param pair from 0 through all rounds; its two forks run one after the other
 * @param place from 0 through all rounds: when it runs
 * @param role whose turn it is
 */
public record Slot(int round, int pair, int place, Role role) {}
