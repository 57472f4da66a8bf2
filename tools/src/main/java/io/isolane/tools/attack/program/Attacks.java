package io.isolane.tools.attack.program;

import io.isolane.tools.attack.drill.Attack;
import java.util.List;
import java.util.Optional;

/** All attacks there are. Stateless. */
public final class Attacks {
    private static final List<Attack> ALL = List.of(
            new MacFlood("mac-flood", 100_000),
            new MacFlood("mac-flood-million", 1_000_000),
            new AddressTheft(),
            TagAttacks.doubleTag(),
            TagAttacks.taggedAccess(),
            TagAttacks.nativeHop(),
            ControlAttacks.reservedMulticast(),
            new AgedOut(),
            NeighbourAttacks.arpSpoof(),
            NeighbourAttacks.ndSpoof(),
            ServiceAttacks.rogueDhcp(),
            ServiceAttacks.rogueDhcpv6(),
            ServiceAttacks.rogueRouter(),
            ControlAttacks.rootClaim(),
            new Storm(),
            new SlowReader(),
            new OddLengths(),
            new Garbage());

    private Attacks() {}

    /** In the order of tables. */
    public static List<Attack> all() {
        return ALL;
    }

    /** The attack of this name. */
    public static Optional<Attack> of(String name) {
        return ALL.stream().filter(attack -> attack.name().equals(name)).findFirst();
    }
}
