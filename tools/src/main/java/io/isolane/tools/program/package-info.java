/** Programs that ours starts: servers, clients and captures in network namespaces, and their end. */
@NullMarked
package io.isolane.tools.program;

import org.jspecify.annotations.NullMarked;
