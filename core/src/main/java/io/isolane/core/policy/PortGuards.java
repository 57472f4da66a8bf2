package io.isolane.core.policy;

/**
 * What a port is guarded against: one value for each guard, all off by default. Immutable; made by a {@link PortGuardsBuilder}.
 *
 * @param flood what leaves on the port though it is for nobody in particular
 * @param rates how much may enter and leave on the port
 * @param storms how much may enter of what is flooded
 */
public record PortGuards(FloodControl flood, RateLimits rates, StormControl storms) {
    /** No guard. */
    public static final PortGuards NONE = builder().build();

    /** A builder that begins without a guard. */
    public static PortGuardsBuilder builder() {
        return new PortGuardsBuilder();
    }

    /** A builder that begins with these guards. */
    public PortGuardsBuilder toBuilder() {
        return new PortGuardsBuilder(this);
    }

    /** True if one of them looks at frames that enter on the port. */
    public boolean guardsEntry() {
        return !rates.in().isNone() || storms.isOn();
    }
}
