/**
 * The experiment with real programs: a {@link io.isolane.tools.audit.live.Laboratory} of network namespaces around a running switch,
 * servers on its LAN, clients in its guests, and tcpdump at every station.
 */
@NullMarked
package io.isolane.tools.audit.live;

import org.jspecify.annotations.NullMarked;
