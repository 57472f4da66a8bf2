package io.isolane.core.policy;

import static io.isolane.core.policy.InvalidPolicyException.ofPort;

import io.isolane.core.frame.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the guards of IP addresses make sense. Stateless. */
final class BindingRules {
    private BindingRules() {}

    /** Bindings in VLANs that the port is in, and some where none would let nothing enter. */
    static List<InvalidPolicyException> check(PortProfile port) {
        List<InvalidPolicyException> errors = new ArrayList<>();
        AddressGuard guard = port.guards().addresses();
        if (guard.requiresBindings() && !guard.snooping() && guard.bindings().isEmpty()) {
            errors.add(ofPort(
                    port,
                    "bindings",
                    "no IP address is bound to the port, so none may be used behind it: list bindings, or have them"
                            + " learnt by dhcp-snooping"));
        }
        guard.bindings().stream()
                .filter(binding -> binding.vid().isPresent()
                        && !mayCarry(port.vlan(), binding.vid().getAsInt()))
                .forEach(binding -> errors.add(notThere(port, binding)));
        return errors;
    }

    /** An address is one station's in each VLAN; what networks and trunks decide is known when the ports are compiled. */
    static List<InvalidPolicyException> checkTwice(Collection<PortProfile> ports) {
        List<InvalidPolicyException> errors = new ArrayList<>();
        Map<IpAddress, List<PortProfile>> ownersOf = new HashMap<>();
        for (PortProfile port : ports) {
            for (Binding binding : port.guards().addresses().bindings()) {
                List<PortProfile> owners = ownersOf.computeIfAbsent(binding.address(), unseen -> new ArrayList<>());
                owners.stream()
                        .filter(owner -> binding.vid().isEmpty() && isSamePlace(owner, port))
                        .findFirst()
                        .ifPresent(owner -> errors.add(ofPort(port, "bindings", boundAlready(binding, owner))));
                owners.add(port);
            }
        }
        return errors;
    }

    static String boundAlready(Binding binding, PortProfile owner) {
        return binding.address() + " is bound to port '" + owner.name() + "' already: bind it once in each VLAN";
    }

    private static boolean isSamePlace(PortProfile one, PortProfile other) {
        return !Collections.disjoint(one.networks(), other.networks())
                && one.vlan().equals(other.vlan())
                && !(one.vlan() instanceof VlanMembership.Trunk);
    }

    /** Where ports learn bindings from DHCP servers, one leads to such a server. */
    static List<InvalidPolicyException> checkServers(VirtualNetwork network, List<PortProfile> inside) {
        boolean hasServer =
                inside.stream().anyMatch(port -> port.guards().services().dhcp() == DhcpRole.SERVER);
        return inside.stream()
                .filter(port -> port.guards().addresses().snooping() && !hasServer)
                .map(port -> ofPort(
                        port,
                        "snooping",
                        "no port of network '" + network.name() + "' leads to a DHCP server that is believed: write"
                                + " 'dhcp-guard: server' at the one that does"))
                .toList();
    }

    static InvalidPolicyException notThere(PortProfile port, Binding binding) {
        return ofPort(port, "bindings", "the port is not in the VLAN of " + binding + ": name one that it is in");
    }

    /** What the network decides is known when the port is compiled. */
    private static boolean mayCarry(VlanMembership vlan, int vid) {
        return switch (vlan) {
            case VlanMembership.Unspecified u -> true;
            case VlanMembership.Access a -> a.vid() == vid;
            case VlanMembership.Tunnel t -> t.vid() == vid;
            case VlanMembership.Trunk t -> t.carries(vid);
        };
    }
}
