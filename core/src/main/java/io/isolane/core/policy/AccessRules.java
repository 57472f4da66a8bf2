package io.isolane.core.policy;

import static io.isolane.core.policy.InvalidPolicyException.ofPort;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whether the access lists of ports make sense. Stateless. */
final class AccessRules {
    private static final String FIELD = "access";

    private AccessRules() {}

    /** Lists where frames enter or leave by the networks, and no more mirrors than there is room for. */
    static List<InvalidPolicyException> check(PortProfile port) {
        List<InvalidPolicyException> errors = new ArrayList<>();
        if (port.networks().isEmpty() && port.guards().access().all().findAny().isPresent()) {
            errors.add(ofPort(port, FIELD, "a port outside all networks gets copies only: leave its access lists out"));
        }
        Stream.of(port.guards().access().in(), port.guards().access().out())
                .map(AccessRules::mirrors)
                .filter(names -> names.size() > AccessFilter.MAX_TARGETS)
                .forEach(names -> errors.add(ofPort(
                        port,
                        FIELD,
                        "its access lists name " + names.size() + " mirrors: name at most " + AccessFilter.MAX_TARGETS
                                + " in a direction")));
        return errors;
    }

    /** Mirrors that there are, and VLANs only where frames have one. */
    static List<InvalidPolicyException> checkComplete(
            List<VirtualNetwork> networks, Collection<PortProfile> ports, List<Mirror> mirrors) {
        List<InvalidPolicyException> errors = new ArrayList<>();
        List<String> known = mirrors.stream().map(Mirror::name).toList();
        for (PortProfile port : ports) {
            mirrors(port.guards().access().all().toList()).stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> errors.add(
                            ofPort(port, FIELD, "an access list copies to mirror '" + name + "', which there is not")));
        }
        Domain.group(networks, ports).stream()
                .filter(group -> !MemberResolver.haveVlans(group, ports))
                .forEach(group -> ports.stream()
                        .filter(port -> MemberResolver.isIn(port, group))
                        .forEach(port -> vlans(port, errors)));
        return errors;
    }

    private static void vlans(PortProfile port, List<InvalidPolicyException> errors) {
        port.guards()
                .access()
                .all()
                .distinct()
                .filter(list -> list.rules().stream().anyMatch(AccessRule::asksVlan))
                .forEach(list -> errors.add(ofPort(
                        port,
                        FIELD,
                        "access list '" + list.name() + "' asks for VLANs or priorities, and no port of the network has"
                                + " a VLAN: tags are payload there")));
    }

    private static List<String> mirrors(List<AccessList> lists) {
        return lists.stream()
                .flatMap(list -> list.rules().stream())
                .flatMap(rule -> rule.mirror().stream())
                .distinct()
                .toList();
    }
}
