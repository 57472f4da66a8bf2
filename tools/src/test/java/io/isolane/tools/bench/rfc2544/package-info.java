@NullMarked
package io.isolane.tools.bench.rfc2544;

import org.jspecify.annotations.NullMarked;
