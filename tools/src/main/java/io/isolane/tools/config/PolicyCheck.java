package io.isolane.tools.config;

import io.isolane.core.policy.InvalidPolicyException;
import io.isolane.core.policy.PolicyRules;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.tools.config.Node.Mapping;
import io.isolane.tools.config.Node.Scalar;
import java.util.Map;
import java.util.Optional;

/** Asks the rules of isolation whether a configuration makes sense, and finds what they refuse in the file. Stateless. */
final class PolicyCheck {
    /** Keys whose name is not that of the record's component. */
    private static final Map<String, String> KEYS =
            Map.of("isProtected", "protected", "privateVlan", "private-vlan", "privateVlanRole", "private-vlan");

    private PolicyCheck() {}

    static void check(SwitchConfig config, Mapping root, Problems problems) {
        PolicyRules.checkComplete(config.networks(), config.ports(), config.mirrors())
                .forEach(error -> report(error, root, problems));
    }

    private static void report(InvalidPolicyException error, Mapping root, Problems problems) {
        Mapping subject = root.items(error.kind() + "s").stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .filter(item -> item.findScalar("name").map(Scalar::text).equals(Optional.of(error.name())))
                .findFirst()
                .orElse(root);
        String key = key(error.field(), subject);
        subject.find(key)
                .ifPresentOrElse(
                        node -> problems.report(node, error.reason()),
                        () -> problems.report(subject.place().missing(key), "", error.reason()));
    }

    private static String key(String field, Mapping subject) {
        boolean isSingular = field.equals("networks") && subject.find("network").isPresent();
        return isSingular ? "network" : KEYS.getOrDefault(field, field);
    }
}
