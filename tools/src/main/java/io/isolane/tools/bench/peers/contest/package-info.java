/** Rounds of switches in turns, and what they came to: medians, ranges, and ratios of what was measured one after the other. */
@NullMarked
package io.isolane.tools.bench.peers.contest;

import org.jspecify.annotations.NullMarked;
