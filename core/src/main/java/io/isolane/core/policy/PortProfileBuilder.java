package io.isolane.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Builds a {@link PortProfile}; what is not said has its default. Confined to its thread. */
public final class PortProfileBuilder {
    private final String name;
    private final PortRole role;
    private final List<String> networks;
    private final List<Long> addresses = new ArrayList<>();
    private VlanMembership vlan = VlanMembership.unspecified();
    private Optional<Long> reportedAddress = Optional.empty();
    private int mtu = PortProfile.DEFAULT_MTU;
    private int stationLimit = PortProfile.UNLIMITED;
    private boolean learning = true;
    private boolean promiscuous;
    private boolean isProtected;
    private boolean linkLocal;
    private SourcePolicy sources = SourcePolicy.REJECT;
    private Optional<PrivateVlanRole> privateVlanRole = Optional.empty();
    private PriorityTags priorityTags = PriorityTags.NEVER;
    private PortGuards guards = PortGuards.NONE;

    PortProfileBuilder(String name, PortRole role, List<String> networks) {
        this.name = name;
        this.role = role;
        this.networks = networks;
    }

    PortProfileBuilder(PortProfile profile) {
        this(profile.name(), profile.role(), profile.networks());
        addresses.addAll(profile.addresses());
        vlan = profile.vlan();
        reportedAddress = profile.reportedAddress();
        mtu = profile.mtu();
        stationLimit = profile.stationLimit();
        learning = profile.learning();
        promiscuous = profile.promiscuous();
        isProtected = profile.isProtected();
        linkLocal = profile.linkLocal();
        sources = profile.sources();
        privateVlanRole = profile.privateVlanRole();
        priorityTags = profile.priorityTags();
        guards = profile.guards();
    }

    /** Adds addresses that are known to be behind the port. */
    public PortProfileBuilder addresses(long... macs) {
        LongStream.of(macs).forEach(addresses::add);
        return this;
    }

    public PortProfileBuilder vlan(VlanMembership vlan) {
        this.vlan = vlan;
        return this;
    }

    public PortProfileBuilder reportedAddress(long mac) {
        this.reportedAddress = Optional.of(mac);
        return this;
    }

    public PortProfileBuilder mtu(int bytes) {
        this.mtu = bytes;
        return this;
    }

    public PortProfileBuilder stationLimit(int stations) {
        this.stationLimit = stations;
        return this;
    }

    public PortProfileBuilder learning(boolean on) {
        this.learning = on;
        return this;
    }

    public PortProfileBuilder promiscuous(boolean on) {
        this.promiscuous = on;
        return this;
    }

    public PortProfileBuilder protectedPort(boolean on) {
        this.isProtected = on;
        return this;
    }

    public PortProfileBuilder linkLocal(boolean on) {
        this.linkLocal = on;
        return this;
    }

    public PortProfileBuilder sources(SourcePolicy policy) {
        this.sources = policy;
        return this;
    }

    public PortProfileBuilder privateVlanRole(PrivateVlanRole part) {
        this.privateVlanRole = Optional.of(part);
        return this;
    }

    public PortProfileBuilder priorityTags(PriorityTags when) {
        this.priorityTags = when;
        return this;
    }

    public PortProfileBuilder guards(PortGuards all) {
        this.guards = all;
        return this;
    }

    public PortProfileBuilder guards(PortGuardsBuilder all) {
        return guards(all.build());
    }

    /**
     * The profile as told so far.
     *
     * @throws IllegalArgumentException as {@link PortProfile} says
     */
    public PortProfile build() {
        return new PortProfile(
                name,
                role,
                networks,
                vlan,
                addresses,
                reportedAddress,
                mtu,
                stationLimit,
                learning,
                promiscuous,
                isProtected,
                linkLocal,
                sources,
                privateVlanRole,
                priorityTags,
                guards);
    }
}
