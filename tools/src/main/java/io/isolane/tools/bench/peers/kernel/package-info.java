/** Switches between Linux interfaces, measured by the tester that the suites use. */
@NullMarked
package io.isolane.tools.bench.peers.kernel;

import org.jspecify.annotations.NullMarked;
