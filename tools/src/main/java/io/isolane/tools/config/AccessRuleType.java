package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.acl.AccessAction;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.AccessRuleBuilder;
import io.isolane.core.acl.AddressPrefix;
import io.isolane.core.acl.FragmentPart;
import io.isolane.core.acl.NumberSet;
import java.util.List;
import java.util.Optional;

/** An item of {@code rules} of an access list. */
final class AccessRuleType implements ValueType<AccessRule> {
    static final Key<AccessAction> ACTION = required(
            "action",
            ChoiceType.of(List.of(AccessAction.values()), AccessAction::label),
            "what becomes of a frame that matches; `count` leaves it to the rules behind");
    static final Key<MacPattern> SOURCE_MAC = optional("source-mac", AccessValues.macPattern(), "its source address");
    static final Key<MacPattern> DESTINATION_MAC =
            optional("destination-mac", AccessValues.macPattern(), "its destination address");
    static final Key<NumberSet> VLAN = optional("vlan", AccessValues.vlans(), "the VLAN it is in");
    static final Key<NumberSet> PCP = optional("pcp", AccessValues.priorities(), "its priority; 0 without a tag");
    static final Key<NumberSet> ETHER_TYPE =
            optional("ether-type", AccessValues.etherTypes(), "what it carries, behind all tags and SNAP headers");
    static final Key<AddressPrefix> SOURCE =
            optional("source", AccessValues.addressPrefix(), "the addresses that its IP packet comes from");
    static final Key<AddressPrefix> DESTINATION =
            optional("destination", AccessValues.addressPrefix(), "the addresses that its IP packet is for");
    static final Key<NumberSet> PROTOCOL =
            optional("protocol", AccessValues.protocols(), "what its IP packet carries, behind all extension headers");
    static final Key<NumberSet> SOURCE_PORT = optional(
            "source-port", AccessValues.ports(), "of tcp, udp, dccp, sctp or udp-lite, as `protocol` must say");
    static final Key<NumberSet> DESTINATION_PORT = optional(
            "destination-port", AccessValues.ports(), "of tcp, udp, dccp, sctp or udp-lite, as `protocol` must say");
    static final Key<NumberSet> ICMP_TYPE =
            optional("icmp-type", AccessValues.octets(), "of icmp or icmpv6, as `protocol` must say");
    static final Key<NumberSet> ICMP_CODE =
            optional("icmp-code", AccessValues.octets(), "of icmp or icmpv6, as `protocol` must say");
    static final Key<FragmentPart> FRAGMENT = optional(
            "fragment",
            ChoiceType.of(List.of(FragmentPart.values()), FragmentPart::label),
            "whole packets only, first fragments, or later ones, which show no ports");
    static final Key<String> MIRROR = optional("mirror", Values.name(), "the mirror that gets a copy of what matches");
    static final Schema SCHEMA = Schema.of(
            "rule",
            ACTION,
            SOURCE_MAC,
            DESTINATION_MAC,
            VLAN,
            PCP,
            ETHER_TYPE,
            SOURCE,
            DESTINATION,
            PROTOCOL,
            SOURCE_PORT,
            DESTINATION_PORT,
            ICMP_TYPE,
            ICMP_CODE,
            FRAGMENT,
            MIRROR);

    @Override
    public String form() {
        return "a rule";
    }

    @Override
    public Optional<AccessRule> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .flatMap(sound -> rule(sound, node, problems));
    }

    private static Optional<AccessRule> rule(Section section, Node node, Problems problems) {
        try {
            return Optional.of(builder(section).build());
        } catch (IllegalArgumentException senseless) {
            problems.report(node, String.valueOf(senseless.getMessage()));
            return Optional.empty();
        }
    }

    private static AccessRuleBuilder builder(Section section) {
        AccessRuleBuilder rule = switch (section.get(ACTION)) {
            case PERMIT -> AccessRule.permit();
            case DENY -> AccessRule.deny();
            case COUNT -> AccessRule.count();
        };
        section.find(SOURCE_MAC).ifPresent(pattern -> rule.sourceMac(pattern.mac(), pattern.mask()));
        section.find(DESTINATION_MAC).ifPresent(pattern -> rule.destinationMac(pattern.mac(), pattern.mask()));
        section.find(VLAN).ifPresent(rule::vlan);
        section.find(PCP).ifPresent(rule::pcp);
        section.find(ETHER_TYPE).ifPresent(rule::etherType);
        section.find(SOURCE).ifPresent(rule::source);
        section.find(DESTINATION).ifPresent(rule::destination);
        section.find(PROTOCOL).ifPresent(rule::protocol);
        section.find(SOURCE_PORT).ifPresent(rule::sourcePort);
        section.find(DESTINATION_PORT).ifPresent(rule::destinationPort);
        section.find(ICMP_TYPE).ifPresent(rule::icmpType);
        section.find(ICMP_CODE).ifPresent(rule::icmpCode);
        section.find(FRAGMENT).ifPresent(rule::fragment);
        section.find(MIRROR).ifPresent(rule::mirror);
        return rule;
    }
}
