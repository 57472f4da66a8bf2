@NullMarked
package io.isolane.tools.bench.mlrsearch;

import org.jspecify.annotations.NullMarked;
