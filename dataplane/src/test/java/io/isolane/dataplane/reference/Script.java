package io.isolane.dataplane.reference;

import static java.util.stream.Collectors.joining;

import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.WireFrame;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A scenario as the source of a test that fails as the scenario does: to be put beside the others as it is. */
final class Script {
    private static final String HEAD = """
            package io.isolane.dataplane;

            import static org.assertj.core.api.Assertions.assertThat;

            import io.isolane.core.counter.DropReason;
            import io.isolane.core.policy.*;
            import io.isolane.dataplane.ManualSwitch.Disguise;
            import java.time.Duration;
            import java.util.Arrays;
            import java.util.HexFormat;
            import java.util.List;
            import java.util.Map;
            import org.junit.jupiter.api.Test;

            class FoundByChanceTest {
                @Test
                void shouldDoAsTheReferenceDoes() {
                    try (ManualSwitch fabric = ManualSwitch.of(List.of(NETWORKS), CAPACITY, AGEING)) {
            """;
    private static final String TAIL = """
                    }
                }

                /** These bytes, and zeros. */
                private static WireFrame frame(String hex, int length) {
                    return new WireFrame(Arrays.copyOf(HexFormat.of().parseHex(hex), length));
                }
            }
            """;
    private static final String INDENT = "            ";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> readers = new TreeSet<>();

    private Script() {}

    /** {@code difference} is the scenario's. */
    static String of(Scenario scenario, Difference difference) {
        Script script = new Script();
        script.text
                .append("// ")
                .append(difference)
                .append('\n')
                .append(HEAD.replace("NETWORKS", networks(scenario))
                        .replace("CAPACITY", String.valueOf(scenario.capacity()))
                        .replace("AGEING", String.valueOf(scenario.ageing())));
        scenario.topologies().forEach(topology -> topology.ports().forEach(script::attach));
        List<Scenario.Step> steps = scenario.steps();
        for (int step = 0; step < steps.size(); step++) {
            script.step(steps.get(step), step == steps.size() - 1);
        }
        difference.assertion().lines().forEach(script::line);
        return script.text.append(TAIL).toString();
    }

    private void step(Scenario.Step step, boolean isLast) {
        switch (step) {
            case Scenario.Step.Send send ->
                send.frames()
                        .forEach(sent -> line("fabric.offer(\"%s\", %s, Disguise.%s);"
                                .formatted(sent.port(), frame(sent.frame()), sent.disguise())));
            case Scenario.Step.Wait wait -> line("fabric.advance(" + wait.seconds() + ");");
            case Scenario.Step.Change change -> line("fabric.reconfigure(" + profile(change.profile()) + ");");
            case Scenario.Step.Link link -> line("fabric.link(\"" + link.port() + "\", " + link.up() + ");");
            case Scenario.Step.Attach attach -> attach(attach.profile());
            case Scenario.Step.Detach detach -> {
                readers.remove(detach.port());
                line("fabric.detach(\"" + detach.port() + "\");");
            }
            case Scenario.Step.Read read -> {
                if (read.on()) {
                    readers.add(read.port());
                } else {
                    readers.remove(read.port());
                }
            }
        }
        line("fabric.poll();");
        if (!isLast) {
            line(readers.stream()
                    .map(name -> '"' + name + '"')
                    .collect(joining(", ", "List.of(", ").forEach(fabric::heard);")));
        }
    }

    private void attach(PortProfile profile) {
        readers.add(profile.name());
        line("fabric.attach(" + profile(profile) + ");");
    }

    private void line(String statement) {
        text.append(INDENT).append(statement).append('\n');
    }

    /** As an expression; zeros at the end are counted. */
    static String frame(WireFrame frame) {
        String head = HexFormat.of().formatHex(frame.bytes()).replaceFirst("(00)+$", "");
        return "frame(\"" + head + "\", " + frame.length() + ")";
    }

    // ---- configuration

    private static String networks(Scenario scenario) {
        return scenario.topologies().stream()
                .flatMap(topology -> topology.networks().stream())
                .map(Script::network)
                .collect(joining(", "));
    }

    private static String network(VirtualNetwork network) {
        String name = '"' + network.name() + '"';
        return switch (network.mode()) {
            case VLAN_PER_GUEST ->
                "VirtualNetwork.vlanPerGuest(%s, %d, IsolationMode.%s)"
                        .formatted(name, network.vlan().orElseThrow(), network.inside());
            case DEDICATED_UPLINK ->
                "VirtualNetwork.dedicatedUplink(%s, IsolationMode.%s)".formatted(name, network.inside());
            case PRIVATE_VLAN ->
                "VirtualNetwork.privateVlan(%s, %s)"
                        .formatted(name, privateVlan(network.privateVlan().orElseThrow()));
            default -> "VirtualNetwork.of(%s, IsolationMode.%s)".formatted(name, network.mode());
        };
    }

    private static String privateVlan(PrivateVlan vlans) {
        String communities = vlans.communities().entrySet().stream()
                .map(community -> "\"" + community.getKey() + "\", " + community.getValue())
                .collect(joining(", "));
        return "new PrivateVlan(%d, %d, Map.of(%s))".formatted(vlans.primary(), vlans.isolated(), communities);
    }

    private static String profile(PortProfile port) {
        StringBuilder text = new StringBuilder("PortProfile.%s(\"%s\", %s)"
                .formatted(
                        port.role().name().toLowerCase(Locale.ROOT),
                        port.name(),
                        port.networks().stream().map(name -> '"' + name + '"').collect(joining(", "))));
        if (!port.addresses().isEmpty()) {
            text.append(port.addresses().stream().map(Script::address).collect(joining(", ", ".addresses(", ")")));
        }
        port.reportedAddress()
                .ifPresent(mac ->
                        text.append(".reportedAddress(").append(address(mac)).append(')'));
        port.privateVlanRole()
                .ifPresent(part ->
                        text.append(".privateVlanRole(").append(part(part)).append(')'));
        PortProfile usual = usual(port);
        append(text, "vlan", vlan(port.vlan()), vlan(usual.vlan()));
        append(text, "mtu", port.mtu(), usual.mtu());
        append(text, "stationLimit", port.stationLimit(), usual.stationLimit());
        append(text, "learning", port.learning(), usual.learning());
        append(text, "guards", guards(port), guards(usual));
        append(text, "promiscuous", port.promiscuous(), usual.promiscuous());
        append(text, "protectedPort", port.isProtected(), usual.isProtected());
        append(text, "linkLocal", port.linkLocal(), usual.linkLocal());
        append(text, "sources", sources(port.sources()), sources(usual.sources()));
        append(text, "priorityTags", "PriorityTags." + port.priorityTags(), "PriorityTags." + usual.priorityTags());
        return text.append(".build()").toString();
    }

    private static PortProfile usual(PortProfile port) {
        return PortProfile.guest(port.name(), port.networks().getFirst()).build();
    }

    private static void append(StringBuilder text, String what, Object value, Object usual) {
        if (!value.equals(usual)) {
            text.append('.').append(what).append('(').append(value).append(')');
        }
    }

    private static String guards(PortProfile port) {
        FloodControl flood = port.guards().flood();
        return "PortGuards.builder().flood(new FloodControl(%b, %b, %b))%s%s"
                .formatted(
                        flood.unknownUnicast(),
                        flood.multicast(),
                        flood.broadcast(),
                        security(port.guards().security()),
                        port.guards().noFloodKnown() ? ".noFloodKnown(true)" : "");
    }

    private static String security(PortSecurity rules) {
        return rules.isOn()
                ? ".security(new PortSecurity(PortSecurity.Violation.%s, List.of(%s), %b, Duration.ZERO))"
                        .formatted(
                                rules.violation(),
                                rules.allowed().stream().map(Script::address).collect(joining(", ")),
                                rules.sticky())
                : "";
    }

    private static String sources(SourcePolicy policy) {
        return "new SourcePolicy(%b, %b)".formatted(policy.forgedTransmits(), policy.addressChanges());
    }

    private static String address(long mac) {
        return "0x" + Long.toHexString(mac) + "L";
    }

    private static String part(PrivateVlanRole part) {
        return part.kind() == PrivateVlanRole.Kind.COMMUNITY
                ? "PrivateVlanRole.community(\"" + part.community() + "\")"
                : "PrivateVlanRole." + part.kind();
    }

    private static String vlan(VlanMembership vlan) {
        return switch (vlan) {
            case VlanMembership.Unspecified none -> "VlanMembership.unspecified()";
            case VlanMembership.Access access -> "VlanMembership.access(" + access.vid() + ")";
            case VlanMembership.Tunnel tunnel -> "VlanMembership.tunnel(" + tunnel.vid() + ")";
            case VlanMembership.Trunk trunk ->
                "new VlanMembership.Trunk(VidSet.of(%s), %d, %b, 0x%x)"
                        .formatted(
                                trunk.allowed().stream()
                                        .mapToObj(String::valueOf)
                                        .collect(joining(", ")),
                                trunk.nativeVid(),
                                trunk.nativeTagged(),
                                trunk.tpid());
        };
    }
}
