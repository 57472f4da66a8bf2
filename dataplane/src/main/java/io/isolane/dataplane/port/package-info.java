/**
 * Ports: where frames enter and leave. The packages below hold one kind each; the switch knows them by {@link
 * io.isolane.dataplane.port.Port} alone.
 */
@NullMarked
package io.isolane.dataplane.port;

import org.jspecify.annotations.NullMarked;
