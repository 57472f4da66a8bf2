package io.isolane.core.acl;

import io.isolane.core.frame.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds an {@link AccessRule}; a rule that asks for nothing matches every frame. Each method throws
 * {@link IllegalArgumentException} for a value that no frame can have. Confined to its thread.
 */
public final class AccessRuleBuilder {
    private final AccessAction action;
    private final List<Criterion> criteria = new ArrayList<>();
    private Optional<String> mirror = Optional.empty();

    AccessRuleBuilder(AccessAction action) {
        this.action = action;
    }

    /** Asks for one source MAC address. */
    public AccessRuleBuilder sourceMac(long mac) {
        return sourceMac(mac, MacAddress.MASK);
    }

    /** Asks for source MAC addresses that are {@code mac} where {@code mask} has bits set. */
    public AccessRuleBuilder sourceMac(long mac, long mask) {
        return add(new Criterion.Mac(true, mac, mask));
    }

    /** Asks for one destination MAC address. */
    public AccessRuleBuilder destinationMac(long mac) {
        return destinationMac(mac, MacAddress.MASK);
    }

    /** Asks for destination MAC addresses that are {@code mac} where {@code mask} has bits set. */
    public AccessRuleBuilder destinationMac(long mac, long mask) {
        return add(new Criterion.Mac(false, mac, mask));
    }

    /** Asks for the VLAN that the frame is in. */
    public AccessRuleBuilder vlan(NumberSet vids) {
        return add(NumberField.VLAN, vids);
    }

    /** Asks for the priority code point: 0 without a tag. */
    public AccessRuleBuilder pcp(NumberSet priorities) {
        return add(NumberField.PCP, priorities);
    }

    /** Asks for the EtherType of the packet, behind whatever tags and LLC/SNAP headers; 0 of what is no packet. */
    public AccessRuleBuilder etherType(NumberSet types) {
        return add(NumberField.ETHER_TYPE, types);
    }

    /** Asks for IP packets from addresses of the prefix, and of its version. */
    public AccessRuleBuilder source(AddressPrefix prefix) {
        return add(new Criterion.Address(true, prefix));
    }

    /** Asks for IP packets to addresses of the prefix, and of its version. */
    public AccessRuleBuilder destination(AddressPrefix prefix) {
        return add(new Criterion.Address(false, prefix));
    }

    /** Asks for what IP packets carry, behind all extension headers of IPv6. */
    public AccessRuleBuilder protocol(NumberSet numbers) {
        return add(NumberField.PROTOCOL, numbers);
    }

    /** Asks for source ports of TCP, UDP, DCCP, SCTP or UDP-Lite, whichever the rule names. */
    public AccessRuleBuilder sourcePort(NumberSet ports) {
        return add(NumberField.SOURCE_PORT, ports);
    }

    /** Asks for destination ports of TCP, UDP, DCCP, SCTP or UDP-Lite, whichever the rule names. */
    public AccessRuleBuilder destinationPort(NumberSet ports) {
        return add(NumberField.DESTINATION_PORT, ports);
    }

    /** Asks for types of ICMP or ICMPv6 messages. */
    public AccessRuleBuilder icmpType(NumberSet types) {
        return add(NumberField.ICMP_TYPE, types);
    }

    /** Asks for codes of ICMP or ICMPv6 messages. */
    public AccessRuleBuilder icmpCode(NumberSet codes) {
        return add(NumberField.ICMP_CODE, codes);
    }

    /** Asks for whole packets, or first or later fragments. */
    public AccessRuleBuilder fragment(FragmentPart part) {
        return add(NumberField.FRAGMENT, NumberSet.of(part.number()));
    }

    /** Has each frame that matches copied to the mirror of this name. */
    public AccessRuleBuilder mirror(String name) {
        this.mirror = Optional.of(name);
        return this;
    }

    /**
     * The rule as told so far.
     *
     * @throws IllegalArgumentException if no frame could match it, or it asks for one thing twice
     */
    public AccessRule build() {
        return new AccessRule(action, mirror, criteria);
    }

    private AccessRuleBuilder add(NumberField field, NumberSet values) {
        return add(new Criterion.Numbers(field, values));
    }

    private AccessRuleBuilder add(Criterion criterion) {
        criteria.add(criterion);
        return this;
    }
}
