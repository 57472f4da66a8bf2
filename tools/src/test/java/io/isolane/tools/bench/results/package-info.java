@NullMarked
package io.isolane.tools.bench.results;

import org.jspecify.annotations.NullMarked;
