@NullMarked
package io.isolane.tools.bench.rfc2889;

import org.jspecify.annotations.NullMarked;
