/** What frames cost at each kind of port, without a switch behind it. */
@NullMarked
package io.isolane.benchmarks.port;

import org.jspecify.annotations.NullMarked;
