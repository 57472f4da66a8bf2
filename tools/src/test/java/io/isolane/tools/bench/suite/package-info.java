@NullMarked
package io.isolane.tools.bench.suite;

import org.jspecify.annotations.NullMarked;
