package io.isolane.tools.bench.chart;

/**
 * What a chart says around its data, so that it can be read alone. Immutable.
 *
 * @param title what is shown
 * @param subtitle under which conditions, and how to read it; may be empty
 * @param source the command that measured it
 * @param machine what it was measured on
 */
public record Labels(String title, String subtitle, String source, String machine) {}
