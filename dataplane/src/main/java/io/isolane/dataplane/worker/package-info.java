/**
 * Who moves the frames: forwarding workers, each an agent with ports of its own, the typed mail they get from the control plane, and
 * how they sleep.
 */
@NullMarked
package io.isolane.dataplane.worker;

import org.jspecify.annotations.NullMarked;
