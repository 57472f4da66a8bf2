package io.isolane.tools.regress.changepoint;

/**
 * A place in a sequence of values and what speaks for it. Immutable.
 *
 * @param at index of the first value after it; at least {@link EnergyScan#SHORTEST} values are before it and after it
 * @param divergence how far what follows is from what went before: the scaled energy statistic, in the values' unit; more is farther
 */
record Split(int at, double divergence) {}
