@NullMarked
package io.isolane.tools.bench.victim;

import org.jspecify.annotations.NullMarked;
