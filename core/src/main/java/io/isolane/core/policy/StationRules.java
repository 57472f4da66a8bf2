package io.isolane.core.policy;

import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.table.Tenure;
import java.util.Arrays;

/**
 * Which stations may be behind a port and how long they stay, as the frame path sees it. Where they stay, a frame is refused if its station
 * cannot be learnt: every station that was let in is known. Immutable.
 *
 * @param tenure how long they stay
 * @param violation what is done about a frame of a station that may not be there
 * @param allowed addresses of the only ones that may be learnt, ascending; none for any
 * @param recovery nanoseconds after which a port that was put down comes up again; 0 for never
 */
@SuppressWarnings("ArrayRecordComponent") // read-only, and searched for frames
public record StationRules(Tenure tenure, Violation violation, long[] allowed, long recovery) {
    /** Any station, for as long as it speaks. */
    public static final StationRules NONE = new StationRules(Tenure.AGEING, Violation.NONE, new long[0], 0);

    static StationRules of(PortSecurity security, boolean noFloodKnown) {
        Tenure tenure = security.isOn() && security.sticky() ? Tenure.STICKY : Tenure.KEPT;
        return security.isOn() || noFloodKnown
                ? new StationRules(
                        tenure,
                        security.violation(),
                        security.allowed().stream()
                                .mapToLong(Long::longValue)
                                .sorted()
                                .toArray(),
                        security.recovery().toNanos())
                : NONE;
    }

    /** True if a frame may be refused for its source, or its station stays longer than others. */
    public boolean isOn() {
        return tenure != Tenure.AGEING;
    }

    public boolean isSecured() {
        return violation != Violation.NONE;
    }

    /** True if only the {@link #allowed} stations may be learnt. */
    public boolean isListed() {
        return allowed.length > 0;
    }

    public boolean allows(long mac) {
        return Arrays.binarySearch(allowed, mac) >= 0;
    }
}
