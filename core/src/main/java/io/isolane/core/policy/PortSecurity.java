package io.isolane.core.policy;

import java.time.Duration;
import java.util.List;

/**
 * Which stations may speak behind a port, beside its known addresses and within its {@link PortProfile#stationLimit}, and what becomes of
 * a frame from another: port security. Stations that were learnt keep their places until they are heard elsewhere, the port goes down or
 * somebody clears it. Immutable.
 *
 * @param violation what is done about a frame that is refused
 * @param allowed MAC addresses of the only ones that may be learnt; empty for any
 * @param sticky whether those that were learnt stay even if they are heard elsewhere; such a port takes no station that is known on another,
 *     but one that is allowed by its address
 * @param recovery after which a port that was put down comes up again; zero for when somebody clears it
 */
public record PortSecurity(Violation violation, List<Long> allowed, boolean sticky, Duration recovery) {
    /** Five minutes. */
    public static final Duration DEFAULT_RECOVERY = Duration.ofMinutes(5);

    public static final Duration MAX_RECOVERY = Duration.ofDays(1);

    /** Any station may speak. */
    public static final PortSecurity OFF = new PortSecurity(Violation.NONE, List.of(), false, Duration.ZERO);

    /** What is done about a frame from a station that may not be there, beside dropping and counting it. */
    public enum Violation {
        /** There is none: the port is not secured. */
        NONE,
        /** Nothing. */
        PROTECT,
        /** It is reported. */
        RESTRICT,
        /** It is reported, and the port is put down. */
        SHUTDOWN
    }

    /** @throws IllegalArgumentException for an address that is no station's, or a recovery time out of range */
    public PortSecurity {
        allowed = List.copyOf(allowed);
        allowed.forEach(PortProfile::requireStation);
        if (recovery.isNegative() || recovery.compareTo(MAX_RECOVERY) > 0) {
            throw new IllegalArgumentException(
                    "a recovery time of " + recovery.toSeconds() + " s is not from 0 to " + MAX_RECOVERY.toSeconds());
        }
    }

    /** Any station within the port's limit; what is refused has this for a consequence. */
    public static PortSecurity of(Violation violation) {
        return new PortSecurity(violation, List.of(), false, DEFAULT_RECOVERY);
    }

    public boolean isOn() {
        return violation != Violation.NONE;
    }
}
