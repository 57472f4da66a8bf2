/**
 * Charts as SVG, of our own: lines, bars, searches and intervals on linear, logarithmic and percentile axes. Each carries its title, units, the
 * command it came from and the machine, is drawn as wide as it is told, and follows the reader's light or dark mode without a script.
 */
@NullMarked
package io.isolane.tools.bench.chart;

import org.jspecify.annotations.NullMarked;
