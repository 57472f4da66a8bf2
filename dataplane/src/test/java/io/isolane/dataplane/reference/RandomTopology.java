package io.isolane.dataplane.reference;

import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Networks and ports by chance, of few VLANs and addresses, so that they meet. */
final class RandomTopology {
    static final int VIDS = 3;
    static final long FIRST_STATION = 0x02_00_00_00_00_01L;
    static final int STATIONS = 8;

    private static final List<IsolationMode> INSIDE = List.of(
            IsolationMode.SHARED_MEDIUM,
            IsolationMode.HOST_SHIELDED,
            IsolationMode.LEARNING,
            IsolationMode.LEARNING,
            IsolationMode.REGISTERED,
            IsolationMode.PROTECTED);
    private static final int[] MTUS = {1500, 1500, 1500, 1504, 100, 68};
    private static final PrivateVlan PRIVATE_VLAN = new PrivateVlan(1, 2, Map.of("red", 3, "blue", 4));
    private static final List<PrivateVlanRole> PARTS = List.of(
            PrivateVlanRole.ISOLATED,
            PrivateVlanRole.ISOLATED,
            PrivateVlanRole.PROMISCUOUS,
            PrivateVlanRole.community("red"),
            PrivateVlanRole.community("blue"));

    private final Random random;
    private final String prefix;
    private final List<PortProfile> ports = new ArrayList<>();
    private final List<Long> freeAddresses;
    private final List<Long> freeReports =
            new ArrayList<>(List.of(FIRST_STATION + STATIONS, FIRST_STATION + STATIONS + 1));

    private RandomTopology(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        this.freeAddresses = new ArrayList<>(
                IntStream.range(0, STATIONS).mapToObj(i -> FIRST_STATION + i).toList());
    }

    /** {@code prefix} keeps the names of several topologies in one switch apart. No port keeps its stations. */
    static Topology next(Random random, String prefix) {
        RandomTopology topology = new RandomTopology(random, prefix);
        return switch (random.nextInt(8)) {
            case 0, 1 -> topology.oneNetwork(false);
            case 2, 3 -> topology.oneNetwork(true);
            case 4, 5 -> topology.severalNetworks(chance(random, 2));
            case 6 -> topology.vlanPerGuest();
            default -> topology.privateVlan();
        };
    }

    private Topology oneNetwork(boolean hasVlans) {
        IsolationMode mode = pick(INSIDE);
        VirtualNetwork network = chance(random, 4)
                ? VirtualNetwork.dedicatedUplink(prefix + "net", mode)
                : VirtualNetwork.of(prefix + "net", mode);
        edges(network, 2 + random.nextInt(4), hasVlans);
        for (int i = random.nextInt(3); i > 0; i--) {
            uplink(List.of(network), hasVlans);
        }
        return new Topology(List.of(network), List.copyOf(ports));
    }

    private Topology severalNetworks(boolean hasVlans) {
        List<VirtualNetwork> networks = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            VirtualNetwork network = VirtualNetwork.of(prefix + "net" + i, pick(INSIDE));
            networks.add(network);
            edges(network, 1 + random.nextInt(3), hasVlans);
        }
        uplink(networks, hasVlans);
        return new Topology(networks, List.copyOf(ports));
    }

    private Topology vlanPerGuest() {
        List<VirtualNetwork> networks = new ArrayList<>();
        for (int vid = 1 + random.nextInt(VIDS); vid > 0; vid--) {
            VirtualNetwork network = VirtualNetwork.vlanPerGuest(prefix + "net" + vid, vid, pick(INSIDE));
            networks.add(network);
            edges(network, 1 + random.nextInt(3), false);
        }
        uplink(networks, false);
        return new Topology(networks, List.copyOf(ports));
    }

    private Topology privateVlan() {
        VirtualNetwork network = VirtualNetwork.privateVlan(prefix + "net", PRIVATE_VLAN);
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            ports.add(common(PortProfile.guest(nextName("guest"), network.name()), network)
                    .privateVlanRole(pick(PARTS))
                    .build());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            PortProfileBuilder uplink = common(PortProfile.uplink(nextName("uplink"), network.name()), network);
            ports.add(chance(random, 2) ? uplink.vlan(trunk(0x8100)).build() : uplink.build());
        }
        return new Topology(List.of(network), List.copyOf(ports));
    }

    // ---- ports

    /** The same ports, some of which have rules about who may speak there and who stays known. */
    static Topology secured(Topology topology, Random random) {
        List<PortProfile> ports = topology.ports().stream()
                .map(port ->
                        mayBeSecured(port, topology) && chance(random, 3) ? StationSecurity.added(port, random) : port)
                .toList();
        return new Topology(topology.networks(), ports);
    }

    private static boolean mayBeSecured(PortProfile port, Topology topology) {
        return topology.networks().stream()
                .filter(network -> port.networks().contains(network.name()))
                .allMatch(StationSecurity::mayBeAdded);
    }

    private void edges(VirtualNetwork network, int guests, boolean hasVlans) {
        for (int i = 0; i < guests; i++) {
            ports.add(edge(PortProfile.guest(nextName("guest"), network.name()), network, hasVlans));
        }
        if (chance(random, 3) && !freeAddresses.isEmpty()) {
            long own = freeAddresses.removeFirst();
            ports.add(edge(PortProfile.host(nextName("host"), network.name()).addresses(own), network, hasVlans));
        }
    }

    private PortProfile edge(PortProfileBuilder port, VirtualNetwork network, boolean hasVlans) {
        common(port, network);
        if (network.inside() == IsolationMode.REGISTERED) {
            registered(port);
        }
        port.protectedPort(network.inside() == IsolationMode.PROTECTED && chance(random, 2));
        return hasVlans ? port.vlan(membership()).build() : port.build();
    }

    private void registered(PortProfileBuilder port) {
        boolean changes = freeAddresses.isEmpty() || chance(random, 4);
        port.sources(new SourcePolicy(chance(random, 4), changes));
        if (!freeAddresses.isEmpty()) {
            port.addresses(freeAddresses.removeFirst());
        }
        if (chance(random, 6) && !freeReports.isEmpty()) {
            port.reportedAddress(freeReports.removeFirst());
        }
    }

    private void uplink(List<VirtualNetwork> networks, boolean hasVlans) {
        String[] names = networks.stream().map(VirtualNetwork::name).toArray(String[]::new);
        PortProfileBuilder port = common(PortProfile.uplink(nextName("uplink"), names), networks.getFirst());
        VlanMembership vlan = membership();
        boolean isTrunkOfAll =
                vlan instanceof VlanMembership.Unspecified; // 4,094 VLANs to compile: too slow for thousands
        ports.add(hasVlans ? port.vlan(isTrunkOfAll ? trunk(0x8100) : vlan).build() : port.build());
    }

    private PortProfileBuilder common(PortProfileBuilder port, VirtualNetwork network) {
        if (network.inside() != IsolationMode.REGISTERED && chance(random, 8) && !freeAddresses.isEmpty()) {
            port.addresses(freeAddresses.removeFirst());
        }
        return flags(port, random, network.inside().isShared());
    }

    /** The same port with other flags and limits, flooded as it was if it is flooded with all. */
    static PortProfile changed(PortProfile port, Random random) {
        boolean mayBeAHub = port.guards().flood().equals(FloodControl.ALL);
        PortProfile other = flags(port.toBuilder(), random, mayBeAHub).build();
        return StationSecurity.isOn(port) ? StationSecurity.added(other, random) : other;
    }

    private static PortProfileBuilder flags(PortProfileBuilder port, Random random, boolean isFloodedAsItWas) {
        if (!isFloodedAsItWas) {
            port.guards(PortGuards.builder().flood(flood(random)));
        }
        return port.mtu(MTUS[random.nextInt(MTUS.length)])
                .stationLimit(chance(random, 4) ? random.nextInt(4) : PortProfile.UNLIMITED)
                .learning(!chance(random, 8))
                .promiscuous(chance(random, 6))
                .linkLocal(chance(random, 6))
                .priorityTags(chance(random, 4) ? PriorityTags.IF_NONZERO : PriorityTags.NEVER);
    }

    private static FloodControl flood(Random random) {
        return new FloodControl(!chance(random, 6), !chance(random, 6), !chance(random, 6));
    }

    private VlanMembership membership() {
        return switch (random.nextInt(12)) {
            case 0 -> VlanMembership.unspecified();
            case 1, 2 -> VlanMembership.tunnel(1 + random.nextInt(VIDS));
            case 3 -> trunk(chance(random, 2) ? 0x88a8 : 0x9100);
            case 4, 5, 6, 7 -> trunk(0x8100);
            default -> VlanMembership.access(1 + random.nextInt(VIDS));
        };
    }

    private VlanMembership trunk(int tpid) {
        int[] allowed =
                IntStream.rangeClosed(1, VIDS).filter(vid -> !chance(random, 4)).toArray();
        int nativeVid = chance(random, 2) ? 1 + random.nextInt(VIDS) : VlanMembership.NO_NATIVE;
        return new VlanMembership.Trunk(VidSet.of(allowed), nativeVid, chance(random, 3), tpid);
    }

    private String nextName(String role) {
        return prefix + role + ports.size();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static boolean chance(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
