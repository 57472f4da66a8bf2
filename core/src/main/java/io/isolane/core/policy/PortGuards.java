package io.isolane.core.policy;

import io.isolane.core.acl.AccessLists;

/**
 * What a port is guarded against: one value for each guard, all off by default. Immutable; made by a {@link PortGuardsBuilder}.
 *
 * @param flood what leaves on the port though it is for nobody in particular
 * @param rates how much may enter and leave on the port
 * @param storms how much may enter of what is flooded
 * @param services which services of the network the port may not offer
 * @param addresses which IP addresses may be used behind it
 * @param security which stations may speak behind it
 * @param noFloodKnown whether frames for a station that was heard behind it go there alone for as long as it is up, however long the station is
 *     silent; a frame is refused if its station cannot be kept
 * @param access which frames may enter and leave on the port by what their headers say
 * @param weight frames that may enter on the port in one turn of its worker, 1 to {@link #MAX_WEIGHT}: ports that keep a worker busy share it
 *     in this proportion
 */
public record PortGuards(
        FloodControl flood,
        RateLimits rates,
        StormControl storms,
        ServiceGuard services,
        AddressGuard addresses,
        PortSecurity security,
        boolean noFloodKnown,
        AccessLists access,
        int weight) {
    /** A whole batch: what a port has if nobody says otherwise, so that all are served alike. */
    public static final int MAX_WEIGHT = 256;

    /** No guard. */
    public static final PortGuards NONE = builder().build();

    /** @throws IllegalArgumentException if the weight is out of range */
    public PortGuards {
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("a weight of " + weight + " is not from 1 to " + MAX_WEIGHT);
        }
    }

    /** A builder that begins without a guard. */
    public static PortGuardsBuilder builder() {
        return new PortGuardsBuilder();
    }

    /** A builder that begins with these guards. */
    public PortGuardsBuilder toBuilder() {
        return new PortGuardsBuilder(this);
    }

    /** True if one of them but the access lists, which have a stage of their own, looks at frames that enter on the port. */
    public boolean guardsEntry() {
        return !rates.in().isNone() || storms.isOn() || inspectsPackets();
    }

    /** True if one of them looks at what is in the frames that enter on the port. */
    public boolean inspectsPackets() {
        return services.isOn() || addresses.isOn();
    }

    /** True if one of them refuses frames for what is in them. */
    public boolean refusesPackets() {
        return services.refuses() || addresses.isOn();
    }
}
