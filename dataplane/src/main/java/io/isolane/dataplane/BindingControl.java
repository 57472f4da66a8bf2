package io.isolane.dataplane;

import io.isolane.core.binding.BindingTable;
import io.isolane.core.binding.Bindings;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.StaticBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/**
 * The control plane's part in bindings: those that are known, and the end of those that were learnt where a port changes. One
 * caller at a time.
 */
final class BindingControl {
    private final Bindings bindings;
    private Set<StaticBinding> known = Set.of();

    BindingControl(Bindings bindings) {
        this.bindings = bindings;
    }

    /** @throws IllegalArgumentException if the known bindings leave no room for learnt ones */
    static void requireRoom(ForwardingState state) {
        int most = BindingTable.CAPACITY / 2;
        if (state.bindings().size() > most) {
            throw new IllegalArgumentException("the ports' bindings are "
                    + state.bindings().size() + ", one in each VLAN of their port, and a switch has room for " + most
                    + " beside those it learns: name the VLAN of each, or list fewer");
        }
    }

    /** Puts what is known now into the table, and takes out what no longer is. */
    void publish(ForwardingState state) {
        BindingTable table = bindings.table();
        Set<StaticBinding> next = Set.copyOf(state.bindings());
        known.stream()
                .filter(binding -> !next.contains(binding))
                .forEach(old -> insist(() -> table.removeStatic(old.fid(), old.address())));
        next.stream()
                .filter(binding -> !known.contains(binding))
                .forEach(added ->
                        insist(() -> table.putStatic(added.fid(), added.address(), added.mac(), added.port())));
        known = next;
    }

    /** Forgets what a port has learnt if that was in another VLAN, or would not be learnt as the port is now. */
    void reconfigure(int port, PortProfile before, PortProfile after) {
        boolean keeps = before.networks().equals(after.networks())
                && before.vlan().equals(after.vlan())
                && before.privateVlanRole().equals(after.privateVlanRole())
                && after.guards().addresses().snooping();
        if (!keeps) {
            insist(() -> bindings.table().forgetAll(port));
        }
    }

    /** Forgets all that a port has learnt and asked for. */
    void forgetLearnt(int port) {
        bindings.requests().forget(port);
        insist(() -> bindings.table().forgetAll(port));
    }

    List<BoundAddress> list(SortedMap<Integer, PortProfile> ports, ForwardingState state, long now) {
        List<BoundAddress> all = new ArrayList<>();
        bindings.table().forEach((fid, address, mac, port, expiry) -> {
            PortProfile profile = ports.get(port);
            if (profile != null && expiry > now) {
                all.add(new BoundAddress(
                        profile.name(), state.vidOf(fid), address, mac, BoundAddress.left(expiry, now)));
            }
        });
        return all;
    }

    /** A worker that has the table's claim gives it back within a few hundred nanoseconds. */
    private static void insist(BooleanSupplier change) {
        while (!change.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
