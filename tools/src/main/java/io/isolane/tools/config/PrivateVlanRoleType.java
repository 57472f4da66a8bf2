package io.isolane.tools.config;

import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.tools.config.Node.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port's part in a private VLAN. */
final class PrivateVlanRoleType implements ValueType<PrivateVlanRole> {
    static final Key<String> COMMUNITY =
            required("community", Values.name(), "the community of the network's `private-vlan` that the port is in");
    static final Schema SCHEMA = Schema.of("private VLAN role", COMMUNITY);
    private static final ValueType<PrivateVlanRole> WORD = new ChoiceType<>(
            List.of("promiscuous", "isolated"),
            Map.of("promiscuous", PrivateVlanRole.PROMISCUOUS, "isolated", PrivateVlanRole.ISOLATED));

    @Override
    public String form() {
        return "`promiscuous`, `isolated` or `{community: NAME}`";
    }

    @Override
    public Optional<PrivateVlanRole> read(Node node, Problems problems) {
        if (!(node instanceof Mapping)) {
            return WORD.read(node, problems);
        }
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(section -> PrivateVlanRole.community(section.get(COMMUNITY)));
    }
}
