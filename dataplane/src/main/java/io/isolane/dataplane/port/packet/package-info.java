/** Ports on interfaces that exist already, a veth or a network card, through packet sockets. */
@NullMarked
package io.isolane.dataplane.port.packet;

import org.jspecify.annotations.NullMarked;
