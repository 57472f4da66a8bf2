/** Our switch beside others that are installed here: the same work, on the same core, in turns. */
@NullMarked
package io.isolane.tools.bench.peers;

import org.jspecify.annotations.NullMarked;
