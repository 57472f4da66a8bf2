/**
 * Bindings: which station behind which port may use an IP address. Known from the configuration, or learnt from the answers of
 * DHCP servers.
 *
 * <p><b>Who may do what.</b> Any thread asks, at any time, and never waits. Whoever changes something takes the one claim of
 * the table by compare-and-set; a worker that does not get it gives up, and the client asks its server again.
 */
@NullMarked
package io.isolane.core.binding;

import org.jspecify.annotations.NullMarked;
