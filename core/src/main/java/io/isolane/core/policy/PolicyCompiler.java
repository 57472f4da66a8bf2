package io.isolane.core.policy;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.AccessList;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a configuration to a {@link ForwardingState}. One compilation each; confined to its thread.
 *
 * <p>A reach is the ports of the VLAN, less those that {@link PairRule} keeps from the ingress port. The two are independent, so
 * the rules are asked once for each pair of ports and the VLANs only mask the answers.
 */
public final class PolicyCompiler {
    private static final int[] NO_VLANS = ForwardingState.noVlans();
    private static final long[] NO_PORTS = {};

    private final SortedMap<Integer, PortProfile> profiles;
    private final List<Mirror> mirrors;
    private final FidRegistry fids;
    private final ForwardingState before;
    private final int ports;
    private final int words;
    private final List<VlanState> vlans = new ArrayList<>();
    private final List<int[]> rowOf = new ArrayList<>();
    private final Map<LongBuffer, Integer> rowAt = new LinkedHashMap<>();
    private final Map<Long, StaticStation> stations = new LinkedHashMap<>();
    private final KnownBindings bindings = new KnownBindings();
    private final PortState[] states;

    private PolicyCompiler(
            SortedMap<Integer, PortProfile> profiles, List<Mirror> mirrors, FidRegistry fids, ForwardingState before) {
        this.profiles = profiles;
        this.mirrors = mirrors;
        this.fids = fids;
        this.before = before;
        this.ports = profiles.isEmpty() ? 0 : profiles.lastKey() + 1;
        this.words = ForwardingState.words(ports);
        this.states = new PortState[ports];
    }

    /**
     * Compiles networks and ports.
     *
     * @param ports the profile of each port, by the port's index
     * @throws InvalidPolicyException the first of what {@link PolicyRules#check} finds
     */
    public static ForwardingState compile(
            List<VirtualNetwork> networks,
            SortedMap<Integer, PortProfile> ports,
            List<Mirror> mirrors,
            FidRegistry fids) {
        return compile(networks, ports, mirrors, fids, ForwardingState.EMPTY);
    }

    /** As the other; what access lists have counted in the state {@code before} goes on. */
    public static ForwardingState compile(
            List<VirtualNetwork> networks,
            SortedMap<Integer, PortProfile> ports,
            List<Mirror> mirrors,
            FidRegistry fids,
            ForwardingState before) {
        List<InvalidPolicyException> errors = PolicyRules.check(networks, ports.values(), mirrors);
        if (!errors.isEmpty()) {
            throw errors.getFirst();
        }
        PolicyCompiler compiler = new PolicyCompiler(ports, mirrors, fids, before);
        MemberResolver resolver = new MemberResolver(ports);
        Domain.group(networks, ports.values()).stream().map(resolver::resolve).forEach(compiler::domain);
        compiler.outsiders();
        return compiler.state();
    }

    private void domain(Domain domain) {
        Map<Vlan, Integer> indices = new HashMap<>();
        for (Vlan vlan : domain.vlans()) {
            indices.put(vlan, vlans.size());
            vlans.add(new VlanState(
                    fids.fidOf(domain.label() + "/" + domain.learningVlan(vlan).label()), vlan.vid()));
            rowOf.add(new int[ports]);
        }
        for (Member member : domain.members()) {
            states[member.index()] = state(member, indices, sourceRule(member, domain));
            long[] answers = answers(member, domain.members());
            KnownBindings.requireThere(member);
            member.entryVids()
                    .mapToObj(vid -> new Vlan(vid, member.isService()))
                    .forEach(vlan -> {
                        int index = indices.getOrDefault(vlan, ForwardingState.NO_VLAN);
                        rowOf.get(index)[member.index()] = row(masked(answers, vlan, domain.members()));
                        stations(member, vlans.get(index).fid());
                        bindings.add(member, vlan.vid(), vlans.get(index).fid());
                    });
        }
    }

    /** The sets of {@code from}'s frames, whatever their VLAN. */
    private long[] answers(Member from, List<Member> members) {
        long[] row = new long[ForwardingState.SETS * words];
        for (Member to : members) {
            PairRule rule = new PairRule(from, to);
            if (rule.reaches()) {
                put(row, 0, to, true);
                put(row, 1, to, rule.hearsUnknown());
                put(row, 2, to, rule.hearsMulticast());
                put(row, 3, to, rule.hearsBroadcast());
                put(row, 4, to, rule.hearsAlways());
                put(row, 5, to, rule.isExclusive());
            }
        }
        return row;
    }

    private long[] masked(long[] answers, Vlan vlan, List<Member> members) {
        long[] carries = new long[words];
        long[] tags = new long[ForwardingState.SETS * words];
        for (Member to : members) {
            put(carries, 0, to, to.carries(vlan));
            put(tags, 6, to, to.tags(vlan));
        }
        long[] row = answers.clone();
        Arrays.setAll(row, word -> (word < 6 * words ? row[word] : tags[word]) & carries[word % words]);
        return row;
    }

    private void put(long[] row, int set, Member member, boolean in) {
        if (in) {
            row[set * words + member.index() / Long.SIZE] |= 1L << member.index();
        }
    }

    private int row(long[] sets) {
        return rowAt.computeIfAbsent(LongBuffer.wrap(sets), unseen -> rowAt.size() * sets.length);
    }

    private void stations(Member member, int fid) {
        for (long mac : member.profile().effectiveAddresses()) {
            StaticStation known =
                    stations.putIfAbsent((long) fid << 48 | mac, new StaticStation(fid, mac, member.index()));
            if (known != null && known.port() != member.index()) {
                throw InvalidPolicyException.ofPort(
                        member.profile(), "addresses", claimed(mac, profiles.get(known.port())));
            }
        }
    }

    private static String claimed(long mac, @Nullable PortProfile owner) {
        return "the station " + MacAddress.format(mac) + " is behind port '" + (owner == null ? "" : owner.name())
                + "' already; give each port its own";
    }

    private PortState state(Member member, Map<Vlan, Integer> indices, SourceRule sources) {
        PortProfile profile = member.profile();
        int untagged =
                indices.getOrDefault(new Vlan(member.untaggedVid(), member.isService()), ForwardingState.NO_VLAN);
        int[] vlanOfVid = NO_VLANS;
        int tpid = EtherType.CUSTOMER_TAG;
        if (member.vlan() instanceof VlanMembership.Trunk trunk) {
            int[] carried = ForwardingState.noVlans();
            member.entryVids()
                    .forEach(vid -> carried[vid] =
                            indices.getOrDefault(new Vlan(vid, trunk.isService()), ForwardingState.NO_VLAN));
            vlanOfVid = carried;
            tpid = trunk.tpid();
        }
        boolean noFloodKnown =
                profile.guards().noFloodKnown() || member.networks().stream().anyMatch(VirtualNetwork::noFloodKnown);
        StationRules rules = StationRules.of(profile.guards().security(), noFloodKnown);
        PortState known = member.index() < before.portCount() ? before.port(member.index()) : PortState.OUTSIDE;
        return new PortState(
                member.portClass(),
                untagged,
                vlanOfVid,
                tpid,
                profile.mtu() + EthernetLayout.HEADER_LENGTH,
                rules.isOn() ? SecurityRules.limit(profile) : profile.stationLimit(),
                sources,
                profile.linkLocal(),
                profile.priorityTags(),
                mirrored(profile, true),
                mirrored(profile, false),
                profile.guards(),
                rules,
                profile.guards().guardsEntry(),
                filter(known.entry(), profile.guards().access().in()),
                filter(known.exit(), profile.guards().access().out()));
    }

    private AccessFilter filter(AccessFilter known, List<AccessList> lists) {
        return AccessFilter.keptOrNew(known, lists, this::portOfMirror);
    }

    private int portOfMirror(String name) {
        return mirrors.stream()
                .filter(mirror -> mirror.name().equals(name))
                .flatMap(mirror -> profiles.entrySet().stream()
                        .filter(port -> port.getValue().name().equals(mirror.target())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(AccessFilter.NO_PORT);
    }

    private static SourceRule sourceRule(Member member, Domain domain) {
        IsolationMode inside = member.networks().getFirst().inside();
        if (!member.profile().isUplink() && inside == IsolationMode.REGISTERED) {
            return registered(member.profile().sources());
        }
        boolean hub = member.networks().stream().allMatch(net -> net.inside() == IsolationMode.SHARED_MEDIUM);
        if (hub || !member.profile().learning()) {
            return SourceRule.IGNORE;
        }
        boolean mayMeetAdopted = domain.members().stream().anyMatch(PolicyCompiler::adopts);
        return mayMeetAdopted ? SourceRule.LEARN_UNADOPTED : SourceRule.LEARN;
    }

    private static boolean adopts(Member member) {
        return !member.profile().isUplink()
                && member.networks().getFirst().inside() == IsolationMode.REGISTERED
                && member.profile().sources().addressChanges();
    }

    private static SourceRule registered(SourcePolicy sources) {
        if (sources.addressChanges()) {
            return sources.forgedTransmits() ? SourceRule.ADOPT_OR_FORGE : SourceRule.ADOPT;
        }
        return sources.forgedTransmits() ? SourceRule.IGNORE : SourceRule.REQUIRE_OWN;
    }

    private long[] mirrored(PortProfile profile, boolean received) {
        long[] targets = new long[words];
        mirrors.stream()
                .filter(mirror -> mirror.ports().contains(profile.name()))
                .filter(mirror -> received ? mirror.received() : mirror.transmitted())
                .forEach(mirror -> profiles.forEach((index, target) -> {
                    if (target.name().equals(mirror.target())) {
                        targets[index / Long.SIZE] |= 1L << index;
                    }
                }));
        return Arrays.stream(targets).allMatch(word -> word == 0) ? NO_PORTS : targets;
    }

    /** Ports of no network, and indices that no port has: nothing that enters there goes anywhere. */
    private void outsiders() {
        for (int index = 0; index < ports; index++) {
            if (states[index] == null) {
                int mtu = profiles.containsKey(index) ? profiles.get(index).mtu() : PortProfile.DEFAULT_MTU;
                states[index] = PortState.outside(mtu);
            }
        }
    }

    private ForwardingState state() {
        int[] flatRowOf = rowOf.stream().flatMapToInt(Arrays::stream).toArray();
        long[] rows = rowAt.keySet().stream()
                .flatMapToLong(key -> Arrays.stream(key.array()))
                .toArray();
        return new ForwardingState(
                states,
                vlans.toArray(VlanState[]::new),
                flatRowOf,
                rows,
                List.copyOf(stations.values()),
                bindings.all());
    }
}
