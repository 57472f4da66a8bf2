/** The results of measurements as JSON lines: the one form in which suites write them, and reports and comparisons read them. */
@NullMarked
package io.isolane.tools.bench.results;

import org.jspecify.annotations.NullMarked;
