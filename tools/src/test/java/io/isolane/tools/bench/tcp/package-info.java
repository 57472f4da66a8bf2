@NullMarked
package io.isolane.tools.bench.tcp;

import org.jspecify.annotations.NullMarked;
