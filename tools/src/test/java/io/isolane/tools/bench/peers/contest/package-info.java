@NullMarked
package io.isolane.tools.bench.peers.contest;

import org.jspecify.annotations.NullMarked;
