package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An item of {@code ports}. */
final class PortType implements ValueType<ReadPort> {
    /** What is behind a port; a monitor is in no network and hears what is mirrored to it. */
    enum Role {
        GUEST,
        HOST,
        UPLINK,
        MONITOR
    }

    static final Key<String> NAME = required("name", Values.name(), "in messages and counters");
    static final Key<Role> ROLE = required(
            "role",
            new ChoiceType<>(
                    List.of("guest", "host", "uplink", "monitor"),
                    Map.of("guest", Role.GUEST, "host", Role.HOST, "uplink", Role.UPLINK, "monitor", Role.MONITOR)),
            "a guest's NIC, the host's own, a NIC to the LAN, or a port that gets a mirror's copies");
    static final Key<String> NETWORK =
            required("network", Values.name(), "the network it is in").onlyFor("role", "guest", "host");
    static final Key<List<String>> NETWORKS = required(
                    "networks", ListType.some("a list of networks", Values.name()), "the networks it carries")
            .onlyFor("role", "uplink");
    static final Key<VlanMembership> VLAN = optional("vlan", new VlanType(), "how it takes part in VLANs");
    static final Key<List<Long>> ADDRESSES = optional(
            "addresses",
            ListType.of("a list of MAC addresses", Values.mac()),
            "MAC addresses known to be behind it; `mac` if left out");
    static final Key<Integer> MTU = optional(
            "mtu",
            Values.integer(PortProfile.MIN_MTU, PortProfile.MAX_MTU),
            "longest payload in bytes; 1500, or an existing interface's own, if left out");
    static final Key<Integer> STATION_LIMIT =
            optional("station-limit", Values.integer(0, Integer.MAX_VALUE), "stations that may be learnt behind it");
    static final Key<Boolean> LEARNING =
            optional("learning", Values.flag(), true, "whether stations are learnt behind it");
    static final Key<Boolean> PROMISCUOUS =
            optional("promiscuous", Values.flag(), false, "whether it hears all that its reach allows");
    static final Key<Boolean> PROTECTED = optional(
            "protected", Values.flag(), false, "in a `protected` network: whether it is kept from the protected ones");
    static final Key<PrivateVlanRole> PRIVATE_VLAN =
            optional("private-vlan", new PrivateVlanRoleType(), "its part in a `private-vlan` network");
    static final Key<Boolean> FORGED_TRANSMITS = optional(
            "forged-transmits",
            Values.acceptOrReject(),
            false,
            "in a `registered` network: sending from other addresses");
    static final Key<Boolean> MAC_CHANGES = optional(
            "mac-changes", Values.acceptOrReject(), false, "in a `registered` network: taking another address");
    static final Key<Boolean> LINK_LOCAL =
            optional("link-local", Values.flag(), false, "whether 01-80-C2-00-00-00 to -0F may enter and leave");
    static final Key<PriorityTags> PRIORITY_TAGS = optional(
            "priority-tags",
            new ChoiceType<>(
                    List.of("never", "if-nonzero"),
                    Map.of("never", PriorityTags.NEVER, "if-nonzero", PriorityTags.IF_NONZERO)),
            PriorityTags.NEVER,
            "whether untagged frames carry their priority in a tag of VID 0");

    static final Schema SCHEMA = new Schema(
            "port",
            Stream.of(
                            Stream.of(NAME, ROLE, NETWORK, NETWORKS),
                            DeviceKeys.ALL.stream(),
                            Stream.of(
                                    VLAN,
                                    ADDRESSES,
                                    MTU,
                                    STATION_LIMIT,
                                    LEARNING,
                                    PROMISCUOUS,
                                    PROTECTED,
                                    PRIVATE_VLAN,
                                    FORGED_TRANSMITS,
                                    MAC_CHANGES,
                                    LINK_LOCAL,
                                    PRIORITY_TAGS),
                            GuardKeys.ALL.stream())
                    .<Key<?>>flatMap(keys -> keys)
                    .toList());

    @Override
    public String form() {
        return "a port";
    }

    @Override
    public Optional<ReadPort> read(Node node, Problems problems) {
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.ifPresent(DeviceKeys::check);
        section.ifPresent(PortType::checkLimit);
        return section.filter(Section::isSound)
                .map(sound -> new ReadPort(
                        new PortConfig(profile(sound), DeviceKeys.device(sound)), sound.get(GuardKeys.ACCESS_LIST)));
    }

    private static void checkLimit(Section section) {
        section.find(GuardKeys.PORT_SECURITY)
                .filter(secured -> secured.maximum().isPresent() && section.has(STATION_LIMIT))
                .ifPresent(twice -> section.report(
                        STATION_LIMIT, "says what `maximum` of port-security says too; leave one of them out"));
    }

    private static PortProfile profile(Section section) {
        PortProfileBuilder profile = builder(section)
                .addresses(addresses(section))
                .learning(section.get(LEARNING))
                .promiscuous(section.get(PROMISCUOUS))
                .protectedPort(section.get(PROTECTED))
                .linkLocal(section.get(LINK_LOCAL))
                .sources(new SourcePolicy(section.get(FORGED_TRANSMITS), section.get(MAC_CHANGES)))
                .priorityTags(section.get(PRIORITY_TAGS))
                .guards(GuardKeys.guards(section));
        section.find(VLAN).ifPresent(profile::vlan);
        section.find(MTU).ifPresent(profile::mtu);
        section.find(GuardKeys.PORT_SECURITY)
                .ifPresent(secured -> profile.stationLimit(
                        secured.maximum().orElse(secured.usualMaximum(addresses(section).length))));
        section.find(STATION_LIMIT).ifPresent(profile::stationLimit);
        section.find(PRIVATE_VLAN).ifPresent(profile::privateVlanRole);
        return profile.build();
    }

    private static PortProfileBuilder builder(Section section) {
        String name = section.get(NAME);
        return switch (section.get(ROLE)) {
            case GUEST -> PortProfile.guest(name, section.get(NETWORK));
            case HOST -> PortProfile.host(name, section.get(NETWORK));
            case UPLINK -> PortProfile.uplink(name, section.get(NETWORKS).toArray(String[]::new));
            case MONITOR -> PortProfile.monitor(name);
        };
    }

    private static long[] addresses(Section section) {
        return section
                .find(ADDRESSES)
                .orElseGet(() -> section.find(DeviceKeys.MAC).stream().toList())
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }
}
