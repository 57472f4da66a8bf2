package io.isolane.tools.bench.chart;

/**
 * A place on an axis that has a line.
 *
 * @param value in the axis' unit
 * @param label what stands beside it; empty for a line alone
 */
record Tick(double value, String label) {}
