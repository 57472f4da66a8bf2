package io.isolane.tools.bench.rig;

import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.StormControl;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The guards of a scenario. They refuse nothing of its traffic: every station's address is bound to it, rates are as high as can be. What is
 * measured is what they cost frames that are in order. Immutable.
 *
 * @param on those that are on
 * @param where the ports that have them
 */
public record Guards(Set<Guard> on, Where where) {
    /** The ports that have the guards. */
    public enum Where {
        EVERY_PORT,
        /** One more port, a guest's that sends nothing and is sent nothing. */
        ANOTHER_PORT
    }

    /** No guard at any port. */
    public static final Guards NONE = new Guards(Set.of(), Where.EVERY_PORT);

    private static final RateLimit AMPLE = RateLimit.of(fastest(Rate.Unit.BITS), fastest(Rate.Unit.FRAMES));

    public Guards {
        on = Set.copyOf(on);
    }

    /** These guards at every port. */
    public static Guards of(Set<Guard> on) {
        return new Guards(on, Where.EVERY_PORT);
    }

    /** The same at other ports. */
    public Guards at(Where ports) {
        return new Guards(on, ports);
    }

    /** None, with the ports that these have. */
    public Guards off() {
        return new Guards(Set.of(), where);
    }

    boolean requireBindings() {
        return on.contains(Guard.ARP_INSPECTION) || on.contains(Guard.ND_INSPECTION) || on.contains(Guard.SOURCE_GUARD);
    }

    /** What a guest's port has, where the stations of {@code bindings} are. */
    PortGuards ofGuest(List<Binding> bindings) {
        return port(on, on.contains(Guard.DHCP_GUARD) ? DhcpRole.CLIENT : DhcpRole.UNGUARDED, bindings);
    }

    /** What an uplink has: behind it is the server that snooping believes. */
    PortGuards ofUplink(List<Binding> bindings) {
        boolean hasServer = on.contains(Guard.DHCP_GUARD) || on.contains(Guard.DHCP_SNOOPING);
        return port(on, hasServer ? DhcpRole.SERVER : DhcpRole.UNGUARDED, bindings);
    }

    /** What another port has: all but snooping, which would want a guard at an uplink too. */
    PortGuards ofAnother(List<Binding> bindings) {
        Set<Guard> alone = EnumSet.noneOf(Guard.class);
        alone.addAll(on);
        alone.remove(Guard.DHCP_SNOOPING);
        return new Guards(alone, where).ofGuest(bindings);
    }

    private static PortGuards port(Set<Guard> on, DhcpRole dhcp, List<Binding> bindings) {
        return PortGuards.builder()
                .flood(on.contains(Guard.FLOOD) ? FloodControl.NONE : FloodControl.ALL)
                .storms(on.contains(Guard.STORM_CONTROL) ? new StormControl(AMPLE, AMPLE, AMPLE) : StormControl.OFF)
                .rates(on.contains(Guard.RATE_LIMIT) ? new RateLimits(AMPLE, AMPLE) : RateLimits.NONE)
                .services(new ServiceGuard(dhcp, on.contains(Guard.RA_GUARD)))
                .addresses(new AddressGuard(
                        on.contains(Guard.ARP_INSPECTION),
                        on.contains(Guard.ND_INSPECTION),
                        on.contains(Guard.SOURCE_GUARD),
                        on.contains(Guard.DHCP_SNOOPING),
                        AddressGuard.DEFAULT_LIMIT,
                        bindings))
                .build();
    }

    private static Rate fastest(Rate.Unit unit) {
        return new Rate(unit, unit.maxRate(), unit.maxBurst());
    }
}
