package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of {@code port-security} of a port. */
final class PortSecurityType implements ValueType<PortSecurityType.Secured> {
    static final Key<Integer> MAXIMUM = optional(
            "maximum",
            Values.integer(0, Integer.MAX_VALUE),
            "stations that may be learnt behind it, as `station-limit`; if both are left out as many as `allowed` has, else"
                    + " none beside its `addresses`, or 1 if it has none");
    static final Key<List<Long>> ALLOWED = optional(
            "allowed",
            ListType.of("a list of MAC addresses", Values.mac()),
            List.of(),
            "the only ones that may be learnt; any if left out");
    static final Key<Boolean> STICKY = optional(
            "sticky", Values.flag(), false, "whether those that were learnt stay even if they are heard elsewhere");
    static final Key<Violation> VIOLATION = optional(
            "violation",
            new ChoiceType<>(
                    List.of("protect", "restrict", "shutdown"),
                    Map.of(
                            "protect", Violation.PROTECT,
                            "restrict", Violation.RESTRICT,
                            "shutdown", Violation.SHUTDOWN)),
            Violation.RESTRICT,
            "what follows a frame of another station, which is dropped: nothing, a report, or the port goes down");
    static final Key<Duration> RECOVERY = optional(
                    "recovery",
                    Values.duration(PortSecurity.MAX_RECOVERY),
                    PortSecurity.DEFAULT_RECOVERY,
                    "time after which it comes up again; 0s for not by itself")
            .onlyFor("violation", "shutdown");
    static final Schema SCHEMA = Schema.of("port security", MAXIMUM, ALLOWED, STICKY, VIOLATION, RECOVERY);

    /** The rules, and how many stations they say there may be. */
    record Secured(PortSecurity rules, Optional<Integer> maximum) {
        /** What holds if nothing else says how many. */
        int usualMaximum(int knownAddresses) {
            return rules.allowed().isEmpty() && knownAddresses == 0
                    ? 1
                    : rules.allowed().size();
        }
    }

    @Override
    public String form() {
        return "a mapping with `maximum`, `allowed`, `sticky`, `violation` and `recovery`";
    }

    @Override
    public Optional<Secured> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems).filter(Section::isSound).map(PortSecurityType::secured);
    }

    private static Secured secured(Section section) {
        PortSecurity rules = new PortSecurity(
                section.get(VIOLATION), section.get(ALLOWED), section.get(STICKY), section.get(RECOVERY));
        return new Secured(rules, section.find(MAXIMUM));
    }
}
