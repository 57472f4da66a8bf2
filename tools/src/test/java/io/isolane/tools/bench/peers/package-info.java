@NullMarked
package io.isolane.tools.bench.peers;

import org.jspecify.annotations.NullMarked;
