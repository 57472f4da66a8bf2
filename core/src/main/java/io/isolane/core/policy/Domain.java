package io.isolane.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Virtual networks that share uplinks, and all their ports: no frame ever leaves a domain. */
record Domain(List<VirtualNetwork> networks, List<Member> members) {

    /** The networks grouped by the uplinks that join them. */
    static List<List<VirtualNetwork>> group(List<VirtualNetwork> networks, Collection<PortProfile> ports) {
        List<List<VirtualNetwork>> groups = new ArrayList<>();
        networks.forEach(network -> groups.add(new ArrayList<>(List.of(network))));
        for (PortProfile uplink : ports) {
            List<List<VirtualNetwork>> joined = groups.stream()
                    .filter(group ->
                            group.stream().anyMatch(network -> uplink.networks().contains(network.name())))
                    .toList();
            joined.stream().skip(1).forEach(group -> {
                joined.getFirst().addAll(group);
                groups.remove(group);
            });
        }
        return groups;
    }

    String label() {
        return networks.stream().map(VirtualNetwork::name).sorted().collect(Collectors.joining("+"));
    }

    List<Vlan> vlans() {
        return members.stream()
                .flatMap(member -> member.entryVids().mapToObj(vid -> new Vlan(vid, member.isService())))
                .distinct()
                .toList();
    }

    /** The VLAN whose stations are those of {@code vlan} too: the primary one for the secondaries of a private VLAN. */
    Vlan learningVlan(Vlan vlan) {
        return networks.stream()
                .flatMap(network -> network.privateVlan().stream())
                .filter(vlans ->
                        vlan.vid() == vlans.isolated() || vlans.communities().containsValue(vlan.vid()))
                .findFirst()
                .map(vlans -> new Vlan(vlans.primary(), false))
                .orElse(vlan);
    }
}
