/** Devices under test, connected to a tester: this switch in memory in any of its modes, any switch between Linux interfaces, and nothing at all. */
@NullMarked
package io.isolane.tools.bench.device;

import org.jspecify.annotations.NullMarked;
