@NullMarked
package io.isolane.tools.bench.peers.peer;

import org.jspecify.annotations.NullMarked;
