@NullMarked
package io.isolane.tools.bench.soak;

import org.jspecify.annotations.NullMarked;
