package io.isolane.tools.config;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.PolicyRules;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.tools.config.Node.Mapping;
import io.isolane.tools.config.Node.Scalar;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the rules of isolation whether a configuration makes sense, and finds in the file what they refuse. Stateless. */
final class PolicyCheck {
    /** Keys whose name is not that of the record's component. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("isProtected", "protected"),
            Map.entry("privateVlan", "private-vlan"),
            Map.entry("privateVlanRole", "private-vlan"),
            Map.entry("rates", "rate-limit"),
            Map.entry("storms", "storm-control"),
            Map.entry("snooping", "dhcp-snooping"),
            Map.entry("security", "port-security"),
            Map.entry("noFloodKnown", "no-flood-known"),
            Map.entry("stationLimit", "station-limit"),
            Map.entry("access", "access-list"));

    private final Mapping root;
    private final Problems problems;

    private PolicyCheck(Mapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static void check(SwitchConfig config, Mapping root, Problems problems) {
        PolicyCheck check = new PolicyCheck(root, problems);
        PolicyRules.checkComplete(config.networks(), config.ports(), config.mirrors())
                .forEach(error -> check.report(error.kind(), error.name(), error.field(), error.reason()));
        check.stations(config.ports());
        check.room(config);
    }

    /** A station is behind one port of a VLAN: a second that claims it would take its frames. */
    private void stations(List<PortProfile> ports) {
        for (int later = 1; later < ports.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                PortProfile second = ports.get(later);
                PortProfile first = ports.get(earlier);
                boolean isSeparate = Collections.disjoint(first.networks(), second.networks())
                        || !first.vlan().equals(second.vlan());
                if (!isSeparate) {
                    first.addresses().stream()
                            .filter(second.addresses()::contains)
                            .findFirst()
                            .ifPresent(mac -> report(
                                    "port",
                                    second.name(),
                                    "addresses",
                                    "the station " + MacAddress.format(mac) + " is behind port '" + first.name()
                                            + "' already; give each port its own"));
                }
            }
        }
    }

    private void room(SwitchConfig config) {
        try {
            config.table().requireRoom(PolicyRules.mostKept(config.networks(), config.ports()));
        } catch (IllegalArgumentException tooSmall) {
            String reason = String.valueOf(tooSmall.getMessage());
            root.find("table")
                    .ifPresentOrElse(
                            node -> problems.report(node, reason),
                            () -> problems.report(root.place().missing("table"), "", reason));
        }
    }

    private void report(String kind, String name, String field, String reason) {
        Mapping subject = subject(kind, name);
        String key = key(field, subject);
        subject.find(key)
                .ifPresentOrElse(
                        node -> problems.report(node, reason),
                        () -> problems.report(subject.place().missing(key), "", reason));
    }

    private Mapping subject(String kind, String name) {
        return root.items(kind + "s").stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .filter(item -> item.findScalar("name").map(Scalar::text).equals(Optional.of(name)))
                .findFirst()
                .orElse(root);
    }

    private static String key(String field, Mapping subject) {
        boolean isOneNetwork =
                field.equals("networks") && subject.find("network").isPresent();
        boolean isOneAddress = field.equals("addresses")
                && subject.find("addresses").isEmpty()
                && subject.find("mac").isPresent();
        return isOneNetwork ? "network" : isOneAddress ? "mac" : KEYS.getOrDefault(field, field);
    }
}
