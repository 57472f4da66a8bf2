package io.isolane.dataplane.exhaustive.rules;

import java.util.Arrays;
import java.util.List;

/**
 * A port.
 *
 * @param networks bit n for network n; several for an uplink only
 * @param part in a private VLAN; promiscuous elsewhere
 * @param traits a set of {@link Trait}
 */
public record Plug(Role role, int networks, Wiring wiring, Part part, int traits) {
    public static Plug of(Role role, int networks) {
        return new Plug(role, networks, Wiring.NONE, Part.PROMISCUOUS, 0);
    }

    public Plug with(Wiring other) {
        return new Plug(role, networks, other, part, traits);
    }

    public Plug with(Part other) {
        return new Plug(role, networks, wiring, other, traits);
    }

    public Plug with(Trait... more) {
        int all = Arrays.stream(more).mapToInt(Trait::bit).reduce(traits, (a, b) -> a | b);
        return new Plug(role, networks, wiring, part, all);
    }

    public boolean is(Trait trait) {
        return (traits & trait.bit()) != 0;
    }

    public boolean isUplink() {
        return role == Role.UPLINK;
    }

    /** The network of a guest or host, the first of an uplink's. */
    public int network() {
        return Integer.numberOfTrailingZeros(networks);
    }

    @Override
    public String toString() {
        List<Trait> own = Arrays.stream(Trait.values()).filter(this::is).toList();
        return role + " of " + Integer.toBinaryString(networks) + " " + wiring + " " + part + own;
    }
}
