package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortGuardsBuilder;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.StormControl;
import java.util.List;
import java.util.Map;

/** The keys of a port that guard it and its neighbours. */
final class GuardKeys {
    static final Key<FloodControl> FLOOD = optional(
                    "flood", new FloodType(), "what leaves on it though it is for nobody in particular; all by default")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<StormControl> STORM_CONTROL = optional(
                    "storm-control",
                    new StormControlType(),
                    "limits of what it sends to all, to groups and to unknown stations")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<RateLimits> RATE_LIMIT =
            optional("rate-limit", new RateLimitsType(), "limits of all that it sends and is sent");
    static final Key<Integer> WEIGHT = optional(
            "weight",
            Values.integer(1, PortGuards.MAX_WEIGHT),
            PortGuards.MAX_WEIGHT,
            "frames of it in one turn of its worker: a busy worker serves its ports in this proportion");
    static final Key<DhcpRole> DHCP_GUARD = optional(
                    "dhcp-guard",
                    new ChoiceType<>(
                            List.of("off", "client", "server"),
                            Map.of(
                                    "off", DhcpRole.UNGUARDED,
                                    "client", DhcpRole.CLIENT,
                                    "server", DhcpRole.SERVER)),
                    DhcpRole.UNGUARDED,
                    "whose DHCP and DHCPv6 messages may enter: any, a client's only, or a server's that is believed too")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> RA_GUARD = optional(
                    "ra-guard", Values.flag(), false, "whether router advertisements and redirects are refused")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> ARP_INSPECTION = optional(
                    "arp-inspection", Values.flag(), false, "whether ARP may only speak for bound addresses")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> ND_INSPECTION = optional(
                    "nd-inspection",
                    Values.flag(),
                    false,
                    "whether Neighbour Discovery may only speak for bound addresses")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> SOURCE_GUARD = optional(
                    "source-guard", Values.flag(), false, "whether IP packets may only come from bound addresses")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> DHCP_SNOOPING = optional(
                    "dhcp-snooping",
                    Values.flag(),
                    false,
                    "whether bindings are learnt from DHCP, and IPv6 link-local ones by who asks first")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Integer> BINDING_LIMIT = optional(
                    "binding-limit",
                    Values.integer(0, Integer.MAX_VALUE),
                    AddressGuard.DEFAULT_LIMIT,
                    "bindings that may be learnt behind it")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<List<Binding>> BINDINGS = optional(
                    "bindings",
                    ListType.of("a list of bindings", new BindingType()),
                    List.of(),
                    "IP addresses and the stations behind it that have them")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<PortSecurityType.Secured> PORT_SECURITY = optional(
                    "port-security", new PortSecurityType(), "which stations may speak behind it; any if left out")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<Boolean> NO_FLOOD_KNOWN = optional(
                    "no-flood-known",
                    Values.flag(),
                    false,
                    "whether its stations stay known, and frames for them are not flooded, until it goes down")
            .onlyFor("role", "guest", "host", "uplink");
    static final Key<AccessNames> ACCESS_LIST = optional(
                    "access-list",
                    new AccessNamesType(),
                    AccessNames.NONE,
                    "the lists by which frames may enter and leave; what no rule of them permits may not")
            .onlyFor("role", "guest", "host", "uplink");
    static final List<Key<?>> ALL = List.of(
            FLOOD,
            STORM_CONTROL,
            RATE_LIMIT,
            WEIGHT,
            DHCP_GUARD,
            RA_GUARD,
            ARP_INSPECTION,
            ND_INSPECTION,
            SOURCE_GUARD,
            DHCP_SNOOPING,
            BINDING_LIMIT,
            BINDINGS,
            PORT_SECURITY,
            NO_FLOOD_KNOWN,
            ACCESS_LIST);

    private GuardKeys() {}

    static PortGuards guards(Section section) {
        PortGuardsBuilder guards = PortGuards.builder();
        section.find(FLOOD).ifPresent(guards::flood);
        section.find(STORM_CONTROL).ifPresent(guards::storms);
        section.find(RATE_LIMIT).ifPresent(guards::rates);
        guards.weight(section.get(WEIGHT));
        guards.services(new ServiceGuard(section.get(DHCP_GUARD), section.get(RA_GUARD)));
        guards.addresses(new AddressGuard(
                section.get(ARP_INSPECTION),
                section.get(ND_INSPECTION),
                section.get(SOURCE_GUARD),
                section.get(DHCP_SNOOPING),
                section.get(BINDING_LIMIT),
                section.get(BINDINGS)));
        section.find(PORT_SECURITY).ifPresent(secured -> guards.security(secured.rules()));
        guards.noFloodKnown(section.get(NO_FLOOD_KNOWN));
        return guards.build();
    }
}
