@NullMarked
package io.isolane.tools.bench.chart;

import org.jspecify.annotations.NullMarked;
