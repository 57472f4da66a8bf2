/** The tester with a device that does what a test says, and a clock that a test steps. */
@NullMarked
package io.isolane.tools.bench.tester;

import org.jspecify.annotations.NullMarked;
