package io.isolane.dataplane.exhaustive;

import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.exhaustive.rules.Mode;
import io.isolane.dataplane.exhaustive.rules.Net;
import io.isolane.dataplane.exhaustive.rules.Part;
import io.isolane.dataplane.exhaustive.rules.Plug;
import io.isolane.dataplane.exhaustive.rules.Role;
import io.isolane.dataplane.exhaustive.rules.Setup;
import io.isolane.dataplane.exhaustive.rules.TagStack;
import io.isolane.dataplane.exhaustive.rules.Trait;
import io.isolane.dataplane.exhaustive.rules.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A setup in the words of the switch. */
final class Translation {
    private static final PrivateVlan PRIVATE_VLAN = new PrivateVlan(
            Part.PROMISCUOUS.vid(), Part.ISOLATED.vid(), Map.of("red", Part.RED.vid(), "blue", Part.BLUE.vid()));

    private final Map<Key, PortProfile> profiles = new HashMap<>();

    /** What a profile depends on. */
    private record Key(int port, Plug plug, boolean hasAddress, boolean isPrivate, int networks) {}

    /** The setup compiled; its MAC table must be empty. */
    ForwardingState compile(Setup setup) {
        List<VirtualNetwork> networks = networks(setup.nets());
        SortedMap<Integer, PortProfile> ports = new TreeMap<>();
        for (int port = 0; port < setup.plugs().size(); port++) {
            Plug plug = setup.plugs().get(port);
            Mode mode = setup.nets().get(plug.network()).inside();
            boolean isShieldedHost = mode == Mode.HOST_SHIELDED && plug.role() == Role.HOST;
            boolean hasAddress = setup.isRegistered(plug) || isShieldedHost;
            Key key = new Key(port, plug, hasAddress, mode == Mode.PRIVATE_VLAN, networks.size());
            ports.put(port, profiles.computeIfAbsent(key, Translation::profile));
        }
        return PolicyCompiler.compile(networks, ports, List.of(), new FidRegistry());
    }

    private static List<VirtualNetwork> networks(List<Net> nets) {
        List<VirtualNetwork> networks = new ArrayList<>();
        for (Net net : nets) {
            String name = name(networks.size());
            IsolationMode inside = IsolationMode.of(net.inside().label());
            networks.add(
                    switch (net.division()) {
                        case VLAN_PER_GUEST -> VirtualNetwork.vlanPerGuest(name, net.vid(), inside);
                        case DEDICATED_UPLINK -> VirtualNetwork.dedicatedUplink(name, inside);
                        case NONE ->
                            net.inside() == Mode.PRIVATE_VLAN
                                    ? VirtualNetwork.privateVlan(name, PRIVATE_VLAN)
                                    : VirtualNetwork.of(name, inside);
                    });
        }
        return networks;
    }

    private static String name(int network) {
        return "net" + network;
    }

    private static PortProfile profile(Key key) {
        Plug plug = key.plug();
        PortProfileBuilder port = builder("port" + key.port(), plug, key.networks())
                .vlan(vlan(plug.wiring()))
                .protectedPort(plug.is(Trait.PROTECTED))
                .promiscuous(plug.is(Trait.PROMISCUOUS))
                .guards(PortGuards.builder()
                        .flood(new FloodControl(
                                !plug.is(Trait.UNFLOODED), !plug.is(Trait.NO_MULTICAST), !plug.is(Trait.NO_BROADCAST))))
                .learning(!plug.is(Trait.UNLEARNT))
                .linkLocal(plug.is(Trait.LINK_LOCAL))
                .priorityTags(plug.is(Trait.KEEPS_PRIORITY) ? PriorityTags.IF_NONZERO : PriorityTags.NEVER)
                .sources(new SourcePolicy(plug.is(Trait.FORGES), plug.is(Trait.CHANGES)));
        if (key.hasAddress()) {
            port.addresses(Stations.of(key.port()));
        }
        if (key.isPrivate()) {
            port.privateVlanRole(role(plug.part()));
        }
        if (plug.is(Trait.REPORTS_OTHER)) {
            port.reportedAddress(Stations.reported(key.port()));
        }
        return port.build();
    }

    private static PortProfileBuilder builder(String name, Plug plug, int networks) {
        String network = name(plug.network());
        return switch (plug.role()) {
            case GUEST -> PortProfile.guest(name, network);
            case HOST -> PortProfile.host(name, network);
            case UPLINK -> PortProfile.uplink(name, names(plug.networks(), networks));
        };
    }

    private static String[] names(int networks, int count) {
        List<String> names = new ArrayList<>();
        for (int network = 0; network < count; network++) {
            if ((networks >> network & 1) != 0) {
                names.add(name(network));
            }
        }
        return names.toArray(String[]::new);
    }

    private static PrivateVlanRole role(Part part) {
        return switch (part) {
            case PROMISCUOUS -> PrivateVlanRole.PROMISCUOUS;
            case ISOLATED -> PrivateVlanRole.ISOLATED;
            default -> PrivateVlanRole.community(part.name().toLowerCase(Locale.ROOT));
        };
    }

    private static VlanMembership vlan(Wiring wiring) {
        return switch (wiring.type()) {
            case NONE -> VlanMembership.unspecified();
            case ACCESS -> VlanMembership.access(wiring.vid());
            case TUNNEL -> VlanMembership.tunnel(wiring.vid());
            case TRUNK ->
                new VlanMembership.Trunk(
                        VidSet.of(wiring.allowed()), wiring.vid(), wiring.nativeTagged(), tpid(wiring.kind()));
        };
    }

    /** The type of a tag on the wire. */
    static int tpid(int kind) {
        return switch (kind) {
            case TagStack.CUSTOMER -> 0x8100;
            case TagStack.SERVICE -> 0x88a8;
            default -> 0x9100;
        };
    }

    /** The kind of tag that a type on the wire begins, 0 for none. */
    static int kind(int type) {
        return switch (type) {
            case 0x8100 -> TagStack.CUSTOMER;
            case 0x88a8 -> TagStack.SERVICE;
            case 0x9100 -> TagStack.LEGACY;
            default -> 0;
        };
    }
}
