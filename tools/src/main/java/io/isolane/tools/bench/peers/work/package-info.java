/** What the switches of a comparison are given to do: the same addresses, sizes and order for each. */
@NullMarked
package io.isolane.tools.bench.peers.work;

import org.jspecify.annotations.NullMarked;
