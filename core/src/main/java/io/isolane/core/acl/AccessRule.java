package io.isolane.core.acl;

import io.isolane.core.frame.IpProtocol;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * One rule of an access list: what it asks of a frame, all of which must hold, and what it does then. Immutable; made by an
 * {@link AccessRuleBuilder}.
 *
 * <p>What cannot be read of a frame is never in its favour: it counts as asked for where the rule denies, and as something else
 * where the rule permits or counts.
 */
public final class AccessRule {
    private final AccessAction action;
    private final Optional<String> mirror;
    private final List<Criterion> criteria;

    /** @throws IllegalArgumentException if no frame could match it, or it asks for one thing twice */
    AccessRule(AccessAction action, Optional<String> mirror, List<Criterion> criteria) {
        this.action = action;
        this.mirror = mirror;
        this.criteria = List.copyOf(criteria);
        requireOnce();
        requireOneVersion();
        requireProtocol(
                "port",
                "one of tcp, udp, dccp, sctp and udp-lite",
                IpProtocol::hasPorts,
                NumberField.SOURCE_PORT,
                NumberField.DESTINATION_PORT);
        requireProtocol(
                "type or code", "icmp or icmpv6", IpProtocol::hasTypes, NumberField.ICMP_TYPE, NumberField.ICMP_CODE);
    }

    /** A rule by which frames go on. */
    public static AccessRuleBuilder permit() {
        return new AccessRuleBuilder(AccessAction.PERMIT);
    }

    /** A rule by which frames are dropped. */
    public static AccessRuleBuilder deny() {
        return new AccessRuleBuilder(AccessAction.DENY);
    }

    /** A rule by which frames are counted and nothing else. */
    public static AccessRuleBuilder count() {
        return new AccessRuleBuilder(AccessAction.COUNT);
    }

    public AccessAction action() {
        return action;
    }

    /** The name of the mirror that gets a copy of each frame that matches. */
    public Optional<String> mirror() {
        return mirror;
    }

    /** True if it asks for a VLAN or a priority, which frames have in networks with VLANs only. */
    public boolean asksVlan() {
        return criteria.stream()
                .anyMatch(each -> numbers(each, NumberField.VLAN)
                        .or(() -> numbers(each, NumberField.PCP))
                        .isPresent());
    }

    List<Condition> conditions() {
        return criteria.stream().flatMap(each -> each.conditions().stream()).toList();
    }

    private void requireOnce() {
        Set<String> seen = new HashSet<>();
        for (Criterion each : criteria) {
            if (!seen.add(each.key())) {
                throw new IllegalArgumentException("the rule asks for '" + each.key() + "' twice: keep one of the two");
            }
        }
    }

    private void requireOneVersion() {
        List<Integer> versions =
                addresses().map(Criterion.Address::etherType).distinct().toList();
        if (versions.size() > 1) {
            throw new IllegalArgumentException(
                    "one address is of IPv4 and the other of IPv6, and no packet has both: make two rules of it");
        }
        Optional<NumberSet> asked = find(NumberField.ETHER_TYPE);
        if (!versions.isEmpty() && asked.isPresent() && !asked.get().contains(versions.getFirst())) {
            throw new IllegalArgumentException(
                    "the EtherType is not that of IP packets with the address: leave it out");
        }
    }

    private void requireProtocol(String noun, String mend, IntPredicate has, NumberField... fields) {
        boolean isAsked = Stream.of(fields).anyMatch(field -> find(field).isPresent());
        if (isAsked
                && find(NumberField.PROTOCOL).filter(asked -> asked.areAll(has)).isEmpty()) {
            throw new IllegalArgumentException(
                    "the rule asks for a " + noun + ", which not every protocol has: let its protocol be " + mend);
        }
    }

    private Stream<Criterion.Address> addresses() {
        return criteria.stream().filter(Criterion.Address.class::isInstance).map(Criterion.Address.class::cast);
    }

    private Optional<NumberSet> find(NumberField field) {
        return criteria.stream().flatMap(each -> numbers(each, field).stream()).findFirst();
    }

    private static Optional<NumberSet> numbers(Criterion criterion, NumberField field) {
        return criterion instanceof Criterion.Numbers numbers && numbers.number() == field
                ? Optional.of(numbers.values())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessRule rule
                && action == rule.action
                && mirror.equals(rule.mirror)
                && criteria.equals(rule.criteria);
    }

    @Override
    public int hashCode() {
        return 31 * action.label().hashCode() + criteria.hashCode();
    }

    /** As sentences have it: {@code deny protocol udp destination-port 67}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(action.label());
        criteria.forEach(each -> text.append(' ').append(each.text()));
        text.append(criteria.isEmpty() ? " all" : "");
        mirror.ifPresent(name -> text.append(" mirror ").append(name));
        return text.toString();
    }
}
