package io.isolane.core.policy;

import io.isolane.core.frame.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * What one port is and may do. Immutable; made by a {@link PortProfileBuilder}.
 *
 * @param networks the virtual network of a guest or host port; those an uplink carries; none for a port that only receives a
 *     mirror
 * @param addresses MAC addresses that are known to be behind the port, whatever it sends
 * @param reportedAddress the address that the guest's device says it uses now, if it can say so; else the port is taken to use
 *     the addresses it was given
 * @param mtu longest payload in bytes: a frame may have 14 more, and one tag
 * @param stationLimit stations that may be learnt behind it
 * @param learning whether stations are learnt behind it
 * @param promiscuous whether it hears all that its reach allows
 * @param isProtected in a {@link IsolationMode#PROTECTED} network, whether it is kept from other protected ports
 * @param privateVlanRole its part in a {@link IsolationMode#PRIVATE_VLAN} network
 * @param linkLocal whether link-local control frames (01-80-C2-00-00-00 to -0F) may enter and leave
 * @param guards what it is guarded against
 */
public record PortProfile(
        String name,
        PortRole role,
        List<String> networks,
        VlanMembership vlan,
        List<Long> addresses,
        Optional<Long> reportedAddress,
        int mtu,
        int stationLimit,
        boolean learning,
        boolean promiscuous,
        boolean isProtected,
        boolean linkLocal,
        SourcePolicy sources,
        Optional<PrivateVlanRole> privateVlanRole,
        PriorityTags priorityTags,
        PortGuards guards) {
    public static final int DEFAULT_MTU = 1500;
    public static final int MIN_MTU = 68;
    public static final int MAX_MTU = 65_535;
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Stations that a port which keeps them may have, if nobody says how many. */
    public static final int USUALLY_KEPT = 1024;

    /** @throws IllegalArgumentException for an address that is no station's, an MTU or a limit out of range */
    public PortProfile {
        networks = List.copyOf(networks);
        addresses = List.copyOf(addresses);
        addresses.forEach(PortProfile::requireStation);
        reportedAddress.ifPresent(PortProfile::requireStation);
        if (mtu < MIN_MTU || mtu > MAX_MTU) {
            throw new IllegalArgumentException("MTU " + mtu + " is not from " + MIN_MTU + " to " + MAX_MTU + " bytes");
        }
        if (stationLimit < 0) {
            throw new IllegalArgumentException("a station limit of " + stationLimit + " is negative");
        }
    }

    public static PortProfileBuilder guest(String name, String network) {
        return new PortProfileBuilder(name, PortRole.GUEST, List.of(network));
    }

    public static PortProfileBuilder host(String name, String network) {
        return new PortProfileBuilder(name, PortRole.HOST, List.of(network));
    }

    public static PortProfileBuilder uplink(String name, String... networks) {
        return new PortProfileBuilder(name, PortRole.UPLINK, List.of(networks));
    }

    /** A port that hears what is mirrored to it and nothing else. */
    public static PortProfileBuilder monitor(String name) {
        return new PortProfileBuilder(name, PortRole.GUEST, List.of());
    }

    /** A builder that begins with this profile. */
    public PortProfileBuilder toBuilder() {
        return new PortProfileBuilder(this);
    }

    public boolean isUplink() {
        return role == PortRole.UPLINK;
    }

    /** The addresses behind the port: those it was given, or what its device reports where it may change them. */
    public List<Long> effectiveAddresses() {
        return sources.addressChanges() && reportedAddress.isPresent() ? List.of(reportedAddress.get()) : addresses;
    }

    /** True if the device reports an address that the port was not given and may not take: it must hear nothing then. */
    public boolean isAddressChanged() {
        return !sources.addressChanges()
                && reportedAddress.filter(mac -> !addresses.contains(mac)).isPresent();
    }

    /**
     * Returns {@code mac}.
     *
     * @throws IllegalArgumentException if it is a group address or zero
     */
    public static long requireStation(long mac) {
        if (!MacAddress.isStation(mac)) {
            throw new IllegalArgumentException(MacAddress.format(mac)
                    + " is no station's address: its first octet must be even, and it must not be all zero");
        }
        return mac;
    }
}
