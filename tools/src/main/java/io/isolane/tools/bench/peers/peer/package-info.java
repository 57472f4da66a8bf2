/** Switches that forward in memory on one core, ours and others: how each is found, started, counted and ended. */
@NullMarked
package io.isolane.tools.bench.peers.peer;

import org.jspecify.annotations.NullMarked;
