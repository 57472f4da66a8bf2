/** Ports on TAP devices: the switch makes the interface, and the namespace's own stack or a guest uses it. */
@NullMarked
package io.isolane.dataplane.port.tap;

import org.jspecify.annotations.NullMarked;
