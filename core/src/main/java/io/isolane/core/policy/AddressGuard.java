package io.isolane.core.policy;

import java.util.List;

/**
 * Which IP addresses the stations behind a port may use and speak for: those bound to them. Immutable.
 *
 * @param arp whether ARP packets may only be about them (dynamic ARP inspection)
 * @param neighbours whether Neighbour Discovery messages may only be about them
 * @param sources whether IP packets may only come from them (IP source guard)
 * @param snooping whether bindings are learnt: from DHCP servers' answers (DHCP snooping), and an IPv6 link-local address by
 *     who asks for it first
 * @param limit learnt bindings that the port may have
 * @param bindings those that are known
 */
public record AddressGuard(
        boolean arp, boolean neighbours, boolean sources, boolean snooping, int limit, List<Binding> bindings) {
    public static final int DEFAULT_LIMIT = 8;

    /** Any address may be used. */
    public static final AddressGuard OFF = new AddressGuard(false, false, false, false, DEFAULT_LIMIT, List.of());

    /** @throws IllegalArgumentException if {@code limit} is negative */
    public AddressGuard {
        bindings = List.copyOf(bindings);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit + " bindings is negative");
        }
    }

    /** True if packets are refused for what is not bound. */
    public boolean requiresBindings() {
        return arp || neighbours || sources;
    }

    boolean isOn() {
        return requiresBindings() || snooping;
    }
}
