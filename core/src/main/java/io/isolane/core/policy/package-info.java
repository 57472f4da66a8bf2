/**
 * Who may hear whom: isolation modes, VLAN membership and port profiles as values, and the tables they compile to.
 *
 * <p>Intent is a value ({@link io.isolane.core.policy.VirtualNetwork}, {@link io.isolane.core.policy.PortProfile}); the compiler
 * turns it into a {@link io.isolane.core.policy.ForwardingState} of bitmaps, so that no mode is ever asked for on the frame path.
 */
@NullMarked
package io.isolane.core.policy;

import org.jspecify.annotations.NullMarked;
