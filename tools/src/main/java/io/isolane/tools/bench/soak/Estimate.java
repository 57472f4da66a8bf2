package io.isolane.tools.bench.soak;

/**
 * Where the critical load is. Immutable.
 *
 * @param mean expected critical load, frames a second
 * @param deviation its standard deviation
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Estimate(double mean, double deviation, double low, double high) {}
