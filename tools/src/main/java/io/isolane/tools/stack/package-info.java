/**
 * A network stack small enough to read, behind a port in memory: it answers ARP requests, ICMP echo requests and UDP datagrams to
 * the echo port.
 *
 * <p>A responder turns a request into its answer in place, in a copy that belongs to the stack, and says what became of it as an
 * {@link io.isolane.tools.stack.Outcome}. Nothing allocates, waits or throws for what a frame contains.
 */
@NullMarked
package io.isolane.tools.stack;

import org.jspecify.annotations.NullMarked;
