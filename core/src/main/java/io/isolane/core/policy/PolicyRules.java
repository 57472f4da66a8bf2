package io.isolane.core.policy;

import static io.isolane.core.policy.InvalidPolicyException.ofNetwork;
import static io.isolane.core.policy.InvalidPolicyException.ofPort;

import io.isolane.core.frame.EthernetLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a configuration makes sense: every error there is, each with its place and its mend. */
public final class PolicyRules {
    private final Map<String, VirtualNetwork> networks = new HashMap<>();
    private final Collection<PortProfile> ports;
    private final List<InvalidPolicyException> errors = new ArrayList<>();

    private PolicyRules(Collection<PortProfile> ports) {
        this.ports = ports;
    }

    /** What is wrong with a configuration; empty if it compiles. */
    public static List<InvalidPolicyException> check(
            List<VirtualNetwork> networks, Collection<PortProfile> ports, List<Mirror> mirrors) {
        PolicyRules rules = new PolicyRules(ports);
        rules.names(networks, mirrors);
        ports.forEach(rules::port);
        rules.errors.addAll(BindingRules.checkTwice(ports));
        if (rules.errors.isEmpty()) {
            networks.forEach(rules::network);
        }
        mirrors.forEach(rules::mirror);
        return List.copyOf(rules.errors);
    }

    /** {@link #check}, and what a configuration that is written down whole must not lack. */
    public static List<InvalidPolicyException> checkComplete(
            List<VirtualNetwork> networks, Collection<PortProfile> ports, List<Mirror> mirrors) {
        List<InvalidPolicyException> errors = new ArrayList<>(check(networks, ports, mirrors));
        PolicyRules rules = new PolicyRules(ports);
        networks.forEach(rules::lacks);
        errors.addAll(rules.errors);
        errors.addAll(AccessRules.checkComplete(networks, ports, mirrors));
        return List.copyOf(errors);
    }

    /** Stations that the ports may keep in all, however long they are silent. */
    public static long mostKept(List<VirtualNetwork> networks, Collection<PortProfile> ports) {
        return SecurityRules.mostKept(networks, ports);
    }

    private void lacks(VirtualNetwork each) {
        List<PortProfile> inside = portsOf(each);
        if (each.inside() == IsolationMode.PROTECTED && inside.stream().noneMatch(PortProfile::isProtected)) {
            errors.add(
                    ofNetwork(each, "mode", "mode protected has no protected port: mark some, or use mode learning"));
        }
        errors.addAll(BindingRules.checkServers(each, inside));
        if (each.mode().hasInside() && inside.stream().noneMatch(PortProfile::isUplink)) {
            errors.add(ofNetwork(each, "mode", "mode " + each.mode().label() + " needs an uplink port in the network"));
        }
    }

    private List<PortProfile> portsOf(VirtualNetwork each) {
        return ports.stream()
                .filter(port -> port.networks().contains(each.name()))
                .toList();
    }

    private void names(List<VirtualNetwork> all, List<Mirror> mirrors) {
        for (VirtualNetwork each : all) {
            if (networks.put(each.name(), each) != null) {
                errors.add(ofNetwork(each, "name", "another network has this name: choose a different one"));
            }
        }
        Set<String> seen = new HashSet<>();
        for (PortProfile each : ports) {
            if (!seen.add(each.name())) {
                errors.add(ofPort(each, "name", "another port has this name: choose a different one"));
            }
        }
        if (mirrors.stream().map(Mirror::name).distinct().count() != mirrors.size()) {
            errors.add(new InvalidPolicyException(
                    "mirror", mirrors.getLast().name(), "name", "mirrors need different names"));
        }
    }

    private void port(PortProfile each) {
        bursts(each);
        errors.addAll(BindingRules.check(each));
        errors.addAll(AccessRules.check(each));
        for (String name : each.networks()) {
            if (!networks.containsKey(name)) {
                errors.add(ofPort(
                        each, "networks", "there is no network '" + name + "': use one of " + networks.keySet()));
                return;
            }
        }
        if (each.networks().isEmpty()) {
            return;
        }
        if (!each.isUplink() && each.networks().size() > 1) {
            errors.add(ofPort(each, "networks", "only an uplink carries several networks " + each.networks()));
        }
        List<VirtualNetwork> own = networks.values().stream()
                .filter(network -> each.networks().contains(network.name()))
                .toList();
        own.forEach(network -> portIn(each, network));
        errors.addAll(SecurityRules.check(each, own));
        boolean isHub = own.stream().allMatch(network -> network.inside().isShared());
        if (isHub && !each.guards().flood().equals(FloodControl.ALL)) {
            errors.add(ofPort(
                    each,
                    "flood",
                    "in mode " + own.getFirst().inside().label() + " ports hear what is not for them, that is the mode:"
                            + " leave it out, or use mode learning"));
        }
    }

    /** A burst is no smaller than the port's longest frame (RFC 2697, section 2). */
    private void bursts(PortProfile each) {
        RateLimits rates = each.guards().rates();
        StormControl storms = each.guards().storms();
        Stream.of(rates.in(), rates.out()).forEach(limit -> burst(each, "rates", limit));
        Stream.of(storms.broadcast(), storms.multicast(), storms.unknownUnicast())
                .forEach(limit -> burst(each, "storms", limit));
    }

    private void burst(PortProfile each, String field, RateLimit limit) {
        int longest = each.mtu() + EthernetLayout.HEADER_LENGTH;
        for (Rate rate : limit.rates()) {
            if (rate.unit() == Rate.Unit.BITS && rate.burst() < longest) {
                errors.add(ofPort(
                        each,
                        field,
                        "a burst of " + rate.burst() + " bytes holds no frame of the port's MTU: make it " + longest
                                + "B or more"));
            }
        }
    }

    private void portIn(PortProfile each, VirtualNetwork in) {
        boolean isPrivate = in.inside() == IsolationMode.PRIVATE_VLAN;
        boolean isTrunk = each.vlan() instanceof VlanMembership.Trunk;
        boolean hasVlan = !(each.vlan() instanceof VlanMembership.Unspecified);
        if (each.isProtected() && in.inside() != IsolationMode.PROTECTED) {
            errors.add(ofPort(
                    each,
                    "isProtected",
                    "only a network in mode protected has protected ports: network '" + in.name() + "' is in mode "
                            + in.inside().label()));
        }
        if (each.privateVlanRole().isPresent() && !isPrivate) {
            errors.add(ofPort(
                    each,
                    "privateVlanRole",
                    "network '" + in.name() + "' is in mode " + in.inside().label() + ", which has no private VLAN"));
        }
        if (isPrivate && hasVlan && !(each.isUplink() && isTrunk)) {
            errors.add(ofPort(
                    each,
                    "vlan",
                    "the private VLAN of network '" + in.name()
                            + "' decides the port's VLAN: leave it out, or make the port an uplink with a trunk"));
        }
        if (isPrivate && !each.isUplink() && each.privateVlanRole().isEmpty() && each.role() == PortRole.GUEST) {
            errors.add(ofPort(
                    each,
                    "privateVlanRole",
                    "a guest of a private VLAN is promiscuous, isolated or in a community: say which"));
        }
        each.privateVlanRole().ifPresent(part -> community(each, in, part));
        if (in.mode() == IsolationMode.VLAN_PER_GUEST) {
            vlanPerGuest(each, in);
        }
        if (in.inside() == IsolationMode.REGISTERED
                && !each.isUplink()
                && each.addresses().isEmpty()
                && !each.sources().addressChanges()
                && !each.sources().forgedTransmits()) {
            errors.add(ofPort(
                    each,
                    "addresses",
                    "mode registered knows a " + each.role().name().toLowerCase(java.util.Locale.ROOT)
                            + "'s addresses from the configuration: list them"));
        }
        if (in.inside() == IsolationMode.HOST_SHIELDED
                && each.role() == PortRole.HOST
                && each.addresses().isEmpty()) {
            errors.add(ofPort(each, "addresses", "mode host-shielded must know the host's address: list it"));
        }
    }

    private void community(PortProfile each, VirtualNetwork in, PrivateVlanRole part) {
        boolean known = in.privateVlan()
                .filter(vlans -> vlans.communities().containsKey(part.community()))
                .isPresent();
        if (part.kind() == PrivateVlanRole.Kind.COMMUNITY && !known) {
            errors.add(ofPort(
                    each,
                    "privateVlanRole",
                    "network '" + in.name() + "' has no community '" + part.community() + "'"));
        }
    }

    private void vlanPerGuest(PortProfile each, VirtualNetwork in) {
        int vid = in.vlan().orElse(0);
        boolean carries = each.vlan() instanceof VlanMembership.Unspecified
                || (each.isUplink()
                        && each.vlan() instanceof VlanMembership.Trunk trunk
                        && trunk.carries(vid)
                        && trunk.tags(vid));
        if (!carries) {
            errors.add(ofPort(
                    each,
                    "vlan",
                    each.isUplink()
                            ? "the uplink must be a trunk that carries VLAN " + vid + " of network '" + in.name()
                                    + "' tagged"
                            : "network '" + in.name() + "' puts the port in VLAN " + vid + ": leave it out"));
        }
    }

    private void network(VirtualNetwork each) {
        List<PortProfile> uplinks =
                portsOf(each).stream().filter(PortProfile::isUplink).toList();
        if (each.inside().hasInside()) {
            errors.add(ofNetwork(
                    each, "inside", each.inside().label() + " says nothing of what happens inside a network"));
        }
        errors.addAll(SecurityRules.check(each));
        if (each.inside() == IsolationMode.PRIVATE_VLAN && each.privateVlan().isEmpty()) {
            errors.add(ofNetwork(each, "privateVlan", "mode private-vlan needs a primary and an isolated VLAN"));
        }
        if (each.mode() == IsolationMode.DEDICATED_UPLINK) {
            dedicated(each, uplinks);
        }
        if (each.mode() == IsolationMode.VLAN_PER_GUEST) {
            uplinks.forEach(uplink -> divided(each, uplink));
        }
    }

    private void dedicated(VirtualNetwork each, List<PortProfile> uplinks) {
        for (PortProfile uplink : uplinks) {
            if (uplink.networks().size() > 1) {
                errors.add(ofPort(
                        uplink,
                        "networks",
                        "mode dedicated-uplink of network '" + each.name()
                                + "' needs the uplink for itself, but it carries " + uplink.networks()));
            }
        }
    }

    private void divided(VirtualNetwork each, PortProfile uplink) {
        for (VirtualNetwork other : networks.values()) {
            String name = other.name();
            if (!uplink.networks().contains(name)) {
                continue;
            }
            if (other.mode() != IsolationMode.VLAN_PER_GUEST) {
                errors.add(ofPort(
                        uplink,
                        "networks",
                        "mode vlan-per-guest of network '" + each.name()
                                + "' divides the uplink among such networks, and '" + name + "' is in mode "
                                + other.mode().label()));
            } else if (!other.equals(each) && other.vlan().equals(each.vlan())) {
                errors.add(ofNetwork(
                        each, "vlan", "VLAN " + each.vlan().orElse(0) + " is that of network '" + name + "' already"));
            }
        }
        if (each.vlan().isEmpty()) {
            errors.add(ofNetwork(each, "vlan", "mode vlan-per-guest needs the network's VLAN on the uplink"));
        }
    }

    private void mirror(Mirror each) {
        for (String name : each.ports()) {
            if (ports.stream().noneMatch(port -> port.name().equals(name))) {
                errors.add(
                        new InvalidPolicyException("mirror", each.name(), "ports", "there is no port '" + name + "'"));
            }
        }
        boolean isMonitor = ports.stream()
                .anyMatch(port ->
                        port.name().equals(each.target()) && port.networks().isEmpty());
        if (!isMonitor) {
            errors.add(new InvalidPolicyException(
                    "mirror",
                    each.name(),
                    "target",
                    "'" + each.target() + "' is no port outside all networks: make it a monitor port"));
        }
    }
}
