package io.isolane.core.binding;

import java.lang.foreign.Arena;
import java.util.random.RandomGenerator;

/**
 * What the ports of a switch know together of who has which IP address.
 *
 * @param table the bindings that hold
 * @param requests those that may come
 */
public record Bindings(BindingTable table, PendingRequests requests) {
    /** None of either; they live as long as {@code arena}. */
    public static Bindings allocate(Arena arena, int ports, RandomGenerator random) {
        return new Bindings(
                new BindingTable(arena, BindingTable.CAPACITY, ports, random), new PendingRequests(arena, ports));
    }
}
