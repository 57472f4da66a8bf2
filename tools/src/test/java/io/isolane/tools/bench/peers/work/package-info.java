@NullMarked
package io.isolane.tools.bench.peers.work;

import org.jspecify.annotations.NullMarked;
