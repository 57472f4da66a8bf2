package io.isolane.tools.chaos;

import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import java.util.Random;

/** Profiles as operators might give a port, none in the VLAN of the ports that nobody touches. Confined to its thread. */
final class RandomProfiles {
    /** VLANs of ports that are touched. */
    static final int FIRST_VLAN = 10;

    static final int VLANS = 3;

    private final Random random;
    private final String network;

    RandomProfiles(Random random, String network) {
        this.random = random;
        this.network = network;
    }

    /** Another one for the port of this name. */
    PortProfile next(String port) {
        return PortProfile.guest(port, network)
                .vlan(vlan())
                .mtu(random.nextInt(4) == 0 ? 9000 : 1500)
                .stationLimit(random.nextInt(3) == 0 ? random.nextInt(20) : PortProfile.UNLIMITED)
                .learning(random.nextInt(8) != 0)
                .promiscuous(random.nextInt(8) == 0)
                .linkLocal(random.nextInt(8) == 0)
                .guards(guards())
                .build();
    }

    private VlanMembership vlan() {
        int vid = FIRST_VLAN + random.nextInt(VLANS);
        return switch (random.nextInt(3)) {
            case 0 -> VlanMembership.trunk(FIRST_VLAN, FIRST_VLAN + 1, FIRST_VLAN + 2);
            default -> VlanMembership.access(vid);
        };
    }

    private PortGuards guards() {
        RateLimit slow = RateLimit.of(Rate.of(Rate.Unit.FRAMES, 1 + random.nextInt(10_000)));
        boolean isSlow = random.nextInt(4) == 0;
        boolean isCalm = random.nextInt(4) == 0;
        return PortGuards.builder()
                .flood(random.nextInt(4) == 0 ? FloodControl.NONE : FloodControl.ALL)
                .rates(isSlow ? new RateLimits(slow, slow) : RateLimits.NONE)
                .storms(isCalm ? new StormControl(slow, slow, slow) : StormControl.OFF)
                .services(new ServiceGuard(
                        random.nextBoolean() ? DhcpRole.CLIENT : DhcpRole.UNGUARDED, random.nextBoolean()))
                .addresses(random.nextInt(3) == 0 ? inspection() : AddressGuard.OFF)
                .weight(random.nextBoolean() ? PortGuards.MAX_WEIGHT : 1 + random.nextInt(PortGuards.MAX_WEIGHT))
                .build();
    }

    /** Bindings are learnt, since inspection without any would refuse everything. */
    private AddressGuard inspection() {
        return new AddressGuard(
                random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), true, random.nextInt(10), List.of());
    }
}
