package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.VirtualNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An item of {@code networks}. */
final class NetworkType implements ValueType<VirtualNetwork> {
    static final Key<String> NAME = required("name", Values.name(), "by which ports name the network");
    static final Key<IsolationMode> MODE = required("mode", mode(any -> true), "the isolation mode");
    static final Key<IsolationMode> INSIDE = optional(
                    "inside", mode(mode -> !mode.hasInside()), IsolationMode.LEARNING, "the mode inside the network")
            .onlyFor("mode", "vlan-per-guest", "dedicated-uplink");
    static final Key<Integer> VLAN =
            required("vlan", Values.vid(), "its VLAN on the uplink").onlyFor("mode", "vlan-per-guest");
    static final Key<PrivateVlan> PRIVATE_VLAN =
            optional("private-vlan", new PrivateVlanType(), "for mode or inside `private-vlan`: its VLANs on trunks");
    static final Key<Boolean> NO_FLOOD_KNOWN =
            optional("no-flood-known", Values.flag(), false, "whether all its ports have `no-flood-known`");
    static final Schema SCHEMA = Schema.of("network", NAME, MODE, INSIDE, VLAN, PRIVATE_VLAN, NO_FLOOD_KNOWN);

    @Override
    public String form() {
        return "a network";
    }

    @Override
    public Optional<VirtualNetwork> read(Node node, Problems problems) {
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.ifPresent(NetworkType::checkPrivateVlan);
        return section.filter(Section::isSound).map(NetworkType::network);
    }

    private static void checkPrivateVlan(Section section) {
        section.find(MODE).ifPresent(mode -> {
            boolean isPrivate =
                    (section.has(INSIDE) ? section.find(INSIDE).orElse(mode) : mode) == IsolationMode.PRIVATE_VLAN;
            if (isPrivate && !section.has(PRIVATE_VLAN)) {
                section.reportMissing(PRIVATE_VLAN, "is missing, and mode private-vlan needs it");
            } else if (!isPrivate && section.has(PRIVATE_VLAN)) {
                section.report(PRIVATE_VLAN, "has a meaning for mode private-vlan only; leave it out");
            }
        });
    }

    private static VirtualNetwork network(Section section) {
        IsolationMode mode = section.get(MODE);
        return new VirtualNetwork(
                section.get(NAME),
                mode,
                mode.hasInside() ? section.get(INSIDE) : mode,
                section.find(VLAN),
                section.find(PRIVATE_VLAN),
                section.get(NO_FLOOD_KNOWN));
    }

    private static ValueType<IsolationMode> mode(Predicate<IsolationMode> allowed) {
        List<IsolationMode> modes =
                Arrays.stream(IsolationMode.values()).filter(allowed).toList();
        return ChoiceType.of(modes, IsolationMode::label);
    }
}
