package io.isolane.core.policy;

import static io.isolane.core.policy.InvalidPolicyException.ofNetwork;
import static io.isolane.core.policy.InvalidPolicyException.ofPort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether it makes sense which stations may be behind ports and which of them are kept. Stateless. */
final class SecurityRules {
    private SecurityRules() {}

    /** {@code own} are the port's networks. */
    static List<InvalidPolicyException> check(PortProfile port, List<VirtualNetwork> own) {
        List<InvalidPolicyException> errors = new ArrayList<>();
        boolean isSecured = port.guards().security().isOn();
        boolean keepsOwn = port.guards().noFloodKnown();
        boolean isKept = keepsOwn || own.stream().anyMatch(VirtualNetwork::noFloodKnown);
        if (isSecured && !port.learning()) {
            errors.add(ofPort(port, "security", "nothing is learnt on the port: leave learning on"));
        }
        if (keepsOwn && !port.learning()) {
            errors.add(ofPort(port, "noFloodKnown", "nothing is learnt on the port: leave learning on"));
        }
        if (isSecured && isRegistered(port, own)) {
            errors.add(
                    ofPort(
                            port,
                            "security",
                            "mode registered knows which addresses the port may send from: leave it out, or use mode learning"));
        }
        if (isSecured && own.stream().allMatch(network -> network.inside().isShared())) {
            errors.add(ofPort(port, "security", needsLearning(own.getFirst())));
        }
        if (keepsOwn && own.stream().allMatch(network -> network.inside().isShared())) {
            errors.add(ofPort(port, "noFloodKnown", needsLearning(own.getFirst())));
        }
        if (isKept && port.isUplink() && port.stationLimit() == PortProfile.UNLIMITED) {
            errors.add(ofPort(
                    port,
                    "stationLimit",
                    "no-flood-known keeps each station of the uplink until its link goes down, and lets no more in than"
                            + " it may keep: say how many with station-limit"));
        }
        return errors;
    }

    /** Stations that the ports may keep in all. */
    static long mostKept(List<VirtualNetwork> networks, Collection<PortProfile> ports) {
        return ports.stream()
                .filter(port -> keeps(port, own(networks, port)))
                .mapToLong(SecurityRules::limit)
                .sum();
    }

    /** What is kept must have an end. */
    static int limit(PortProfile port) {
        return port.stationLimit() == PortProfile.UNLIMITED ? PortProfile.USUALLY_KEPT : port.stationLimit();
    }

    private static boolean keeps(PortProfile port, List<VirtualNetwork> own) {
        boolean learns =
                port.learning() && (!isRegistered(port, own) || port.sources().addressChanges());
        return learns
                && (port.guards().security().isOn()
                        || port.guards().noFloodKnown()
                        || own.stream().anyMatch(VirtualNetwork::noFloodKnown));
    }

    private static List<VirtualNetwork> own(List<VirtualNetwork> networks, PortProfile port) {
        return networks.stream()
                .filter(network -> port.networks().contains(network.name()))
                .toList();
    }

    static List<InvalidPolicyException> check(VirtualNetwork network) {
        return network.noFloodKnown() && network.inside().isShared()
                ? List.of(ofNetwork(network, "noFloodKnown", needsLearning(network)))
                : List.of();
    }

    private static boolean isRegistered(PortProfile port, List<VirtualNetwork> own) {
        return !port.isUplink() && own.stream().anyMatch(network -> network.inside() == IsolationMode.REGISTERED);
    }

    private static String needsLearning(VirtualNetwork network) {
        return "in mode " + network.inside().label()
                + " ports hear what is not for them, that is the mode: leave it out, or use mode learning";
    }
}
