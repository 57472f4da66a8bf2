package io.isolane.dataplane.reference;

import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.VirtualNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Rules by chance about who may speak behind a port and who stays known there. */
final class StationSecurity {
    private StationSecurity() {}

    /** The same port with such rules; it learns, or they would make no sense. */
    static PortProfile added(PortProfile port, Random random) {
        PortGuards guards = port.guards().toBuilder()
                .security(random.nextInt(4) == 0 ? PortSecurity.OFF : rules(random))
                .noFloodKnown(random.nextBoolean())
                .build();
        return port.toBuilder()
                .learning(true)
                .stationLimit(1 + random.nextInt(2))
                .guards(guards)
                .build();
    }

    static boolean isOn(PortProfile port) {
        return port.guards().security().isOn() || port.guards().noFloodKnown();
    }

    /** True in a network where ports may have them: one that learns behind all its ports. */
    static boolean mayBeAdded(VirtualNetwork network) {
        return switch (network.inside()) {
            case SHARED_MEDIUM, HOST_SHIELDED, REGISTERED -> false;
            default -> true;
        };
    }

    private static PortSecurity rules(Random random) {
        List<Long> allowed = random.nextInt(3) > 0
                ? List.of()
                : LongStream.range(0, RandomTopology.STATIONS)
                        .filter(station -> random.nextBoolean())
                        .mapToObj(station -> RandomTopology.FIRST_STATION + station)
                        .toList();
        return new PortSecurity(Violation.RESTRICT, allowed, random.nextBoolean(), Duration.ZERO);
    }
}
