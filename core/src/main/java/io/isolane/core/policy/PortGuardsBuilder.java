package io.isolane.core.policy;

import io.isolane.core.acl.AccessLists;

/** Builds {@link PortGuards}; a guard that is not named is off. Confined to its thread. */
public final class PortGuardsBuilder {
    private FloodControl flood = FloodControl.ALL;
    private RateLimits rates = RateLimits.NONE;
    private StormControl storms = StormControl.OFF;
    private ServiceGuard services = ServiceGuard.OFF;
    private AddressGuard addresses = AddressGuard.OFF;
    private PortSecurity security = PortSecurity.OFF;
    private boolean noFloodKnown;
    private AccessLists access = AccessLists.NONE;
    private int weight = PortGuards.MAX_WEIGHT;

    PortGuardsBuilder() {}

    PortGuardsBuilder(PortGuards guards) {
        flood = guards.flood();
        rates = guards.rates();
        storms = guards.storms();
        services = guards.services();
        addresses = guards.addresses();
        security = guards.security();
        noFloodKnown = guards.noFloodKnown();
        access = guards.access();
        weight = guards.weight();
    }

    public PortGuardsBuilder flood(FloodControl control) {
        this.flood = control;
        return this;
    }

    public PortGuardsBuilder rates(RateLimits limits) {
        this.rates = limits;
        return this;
    }

    public PortGuardsBuilder storms(StormControl control) {
        this.storms = control;
        return this;
    }

    public PortGuardsBuilder services(ServiceGuard guard) {
        this.services = guard;
        return this;
    }

    public PortGuardsBuilder addresses(AddressGuard guard) {
        this.addresses = guard;
        return this;
    }

    public PortGuardsBuilder security(PortSecurity rules) {
        this.security = rules;
        return this;
    }

    public PortGuardsBuilder noFloodKnown(boolean on) {
        this.noFloodKnown = on;
        return this;
    }

    public PortGuardsBuilder access(AccessLists lists) {
        this.access = lists;
        return this;
    }

    public PortGuardsBuilder weight(int framesOfATurn) {
        this.weight = framesOfATurn;
        return this;
    }

    /** The guards as told so far. */
    public PortGuards build() {
        return new PortGuards(flood, rates, storms, services, addresses, security, noFloodKnown, access, weight);
    }
}
