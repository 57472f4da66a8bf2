@NullMarked
package io.isolane.tools.bench.campaign;

import org.jspecify.annotations.NullMarked;
