@NullMarked
package io.isolane.tools.bench.page;

import org.jspecify.annotations.NullMarked;
