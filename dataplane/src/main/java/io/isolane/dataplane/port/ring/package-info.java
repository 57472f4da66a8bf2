/**
 * Ports in memory: a network stack, a traffic generator or a test in this process is their guest. Frames are handed over by
 * descriptor; no byte is copied.
 */
@NullMarked
package io.isolane.dataplane.port.ring;

import org.jspecify.annotations.NullMarked;
