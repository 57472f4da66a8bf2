@NullMarked
package io.isolane.tools.bench.trial;

import org.jspecify.annotations.NullMarked;
