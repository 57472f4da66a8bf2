package io.isolane.dataplane.exhaustive;

import static io.isolane.dataplane.exhaustive.rules.TagStack.CUSTOMER;
import static io.isolane.dataplane.exhaustive.rules.TagStack.LEGACY;
import static io.isolane.dataplane.exhaustive.rules.TagStack.SERVICE;

import io.isolane.dataplane.exhaustive.rules.Mode;
import io.isolane.dataplane.exhaustive.rules.Net;
import io.isolane.dataplane.exhaustive.rules.Net.Division;
import io.isolane.dataplane.exhaustive.rules.Part;
import io.isolane.dataplane.exhaustive.rules.Plug;
import io.isolane.dataplane.exhaustive.rules.Role;
import io.isolane.dataplane.exhaustive.rules.Trait;
import io.isolane.dataplane.exhaustive.rules.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All small configurations, by what is varied in them. */
final class Families {
    private static final int A = 1;
    private static final int B = 2;
    private static final List<Mode> SIMPLE =
            List.of(Mode.SHARED_MEDIUM, Mode.HOST_SHIELDED, Mode.LEARNING, Mode.REGISTERED, Mode.PROTECTED);

    /** Those in which a port can be kept from what is flooded. */
    private static final List<Mode> GUARDED = List.of(Mode.LEARNING, Mode.REGISTERED, Mode.PROTECTED);

    /** Every port type, in VLANs 1, 10 and 20. */
    private static final List<Wiring> WIRINGS = List.of(
            Wiring.access(1),
            Wiring.access(10),
            Wiring.access(20),
            Wiring.trunk(CUSTOMER, 10, 20),
            Wiring.trunk(CUSTOMER, 20),
            Wiring.trunk(CUSTOMER, 10).withNative(20, false),
            Wiring.trunk(CUSTOMER, 10, 20).withNative(10, true),
            Wiring.trunk(CUSTOMER, 1, 10, 20).withNative(1, false),
            Wiring.tunnel(10),
            Wiring.tunnel(20),
            Wiring.trunk(SERVICE, 10, 20),
            Wiring.trunk(SERVICE, 10).withNative(20, false),
            Wiring.trunk(LEGACY, 10, 20).withNative(10, true));

    private Families() {}

    /** {@code stride} of the families that are too large to be examined whole in a build. */
    static List<Family> all(int stride) {
        return List.of(
                new Family("flags", false, ones(SIMPLE), flags(), 2, 3, 1, 900_000),
                new Family("flooding", false, ones(GUARDED), flooding(), 2, 3, 1, 9_700_000),
                new Family("promiscuous", false, ones(SIMPLE), each(plain(), Trait.PROMISCUOUS), 2, 4, 1, 200_000),
                new Family("protected", false, ones(List.of(Mode.PROTECTED)), guarded(), 2, 4, 1, 390_000),
                new Family("VLANs, three ports", true, ones(SIMPLE), wired(), 2, 3, 1, 29_600_000),
                new Family("VLANs, four ports", true, ones(SIMPLE), wired(), 4, 4, stride, 12_800_000),
                new Family("a trunk of all VLANs", true, ones(SIMPLE), unwired(), 2, 3, 1, 610_000),
                new Family("private VLAN", true, ones(List.of(Mode.PRIVATE_VLAN)), privateParts(), 2, 4, 1, 2_500_000),
                new Family("security policy", false, ones(List.of(Mode.REGISTERED)), policies(), 2, 3, 1, 1_200_000),
                new Family("two networks", false, pairs(Division.NONE), shared(), 2, 4, 1, 1_000_000),
                new Family(
                        "two networks with VLANs, three ports",
                        true,
                        pairs(Division.NONE),
                        sharedAndWired(),
                        2,
                        3,
                        1,
                        12_000_000),
                new Family(
                        "two networks with VLANs, four ports",
                        true,
                        pairs(Division.NONE),
                        sharedAndWired(),
                        4,
                        4,
                        stride,
                        2_400_000),
                new Family("VLAN per guest", true, pairs(Division.VLAN_PER_GUEST), divided(), 2, 4, 1, 12_600_000),
                new Family(
                        "dedicated uplinks", false, pairs(Division.DEDICATED_UPLINK), dedicated(), 2, 4, 1, 1_600_000));
    }

    // ---- networks

    private static List<List<Net>> ones(List<Mode> modes) {
        return modes.stream().map(mode -> List.of(Net.of(mode))).toList();
    }

    /**
     * Both orders, since ports are chosen without regard to it. What a hub and a network after Virtual Server do on one uplink the
     * description does not say.
     */
    private static List<List<Net>> pairs(Division division) {
        List<List<Net>> pairs = new ArrayList<>();
        for (Mode first : SIMPLE) {
            for (Mode second : SIMPLE) {
                boolean isSaid = first == second || !first.isShared() || !second.isShared();
                if (isSaid || division != Division.NONE) {
                    boolean hasVid = division == Division.VLAN_PER_GUEST;
                    pairs.add(List.of(
                            new Net(first, division, hasVid ? 10 : 0), new Net(second, division, hasVid ? 20 : 0)));
                }
            }
        }
        return pairs;
    }

    // ---- kinds of port

    private static List<Plug> plain() {
        return Arrays.stream(Role.values()).map(role -> Plug.of(role, A)).toList();
    }

    private static List<Plug> flags() {
        Stream<Plug> control = each(plain(), Trait.PROMISCUOUS, Trait.LINK_LOCAL).stream();
        Stream<Plug> learning = each(plain(), Trait.PROMISCUOUS).stream().map(plug -> plug.with(Trait.UNLEARNT));
        return Stream.concat(control, learning).toList();
    }

    private static List<Plug> flooding() {
        return each(plain(), Trait.PROMISCUOUS, Trait.UNFLOODED, Trait.NO_MULTICAST, Trait.NO_BROADCAST);
    }

    private static List<Plug> guarded() {
        return each(plain(), Trait.PROMISCUOUS, Trait.PROTECTED);
    }

    private static List<Plug> wired() {
        List<Plug> wired = new ArrayList<>(unwiredEdges());
        for (Plug plug : plain()) {
            WIRINGS.forEach(wiring -> wired.add(plug.with(wiring)));
        }
        wired.add(Plug.of(Role.GUEST, A).with(Wiring.access(10)).with(Trait.PROMISCUOUS));
        wired.add(Plug.of(Role.GUEST, A).with(Wiring.access(20)).with(Trait.KEEPS_PRIORITY));
        wired.add(Plug.of(Role.UPLINK, A)
                .with(Wiring.trunk(CUSTOMER, 20).withNative(10, false))
                .with(Trait.KEEPS_PRIORITY));
        return List.copyOf(wired);
    }

    private static List<Plug> unwired() {
        List<Plug> unwired = new ArrayList<>(unwiredEdges());
        unwired.add(Plug.of(Role.UPLINK, A));
        WIRINGS.stream()
                .limit(8)
                .forEach(wiring -> unwired.add(Plug.of(Role.GUEST, A).with(wiring)));
        return List.copyOf(unwired);
    }

    private static List<Plug> unwiredEdges() {
        return List.of(Plug.of(Role.GUEST, A), Plug.of(Role.HOST, A));
    }

    private static List<Plug> privateParts() {
        List<Plug> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.addAll(each(List.of(Plug.of(Role.GUEST, A).with(part)), Trait.PROMISCUOUS));
        }
        parts.add(Plug.of(Role.HOST, A));
        parts.add(Plug.of(Role.HOST, A).with(Part.ISOLATED));
        Plug uplink = Plug.of(Role.UPLINK, A);
        parts.addAll(each(List.of(uplink), Trait.PROMISCUOUS));
        parts.add(uplink.with(Part.ISOLATED));
        parts.add(uplink.with(Wiring.trunk(CUSTOMER, 10, 20, 30, 40)));
        parts.add(uplink.with(Wiring.trunk(CUSTOMER, 20, 30).withNative(10, false)));
        parts.add(uplink.with(Wiring.trunk(CUSTOMER, 20)));
        return List.copyOf(parts);
    }

    private static List<Plug> policies() {
        List<Plug> edges = each(
                List.of(Plug.of(Role.GUEST, A), Plug.of(Role.HOST, A)),
                Trait.FORGES,
                Trait.CHANGES,
                Trait.REPORTS_OTHER,
                Trait.PROMISCUOUS);
        return Stream.concat(edges.stream(), Stream.of(Plug.of(Role.UPLINK, A))).toList();
    }

    private static List<Plug> edges() {
        return List.of(Plug.of(Role.GUEST, A), Plug.of(Role.GUEST, B), Plug.of(Role.HOST, A), Plug.of(Role.HOST, B));
    }

    private static List<Plug> uplinks() {
        return List.of(Plug.of(Role.UPLINK, A), Plug.of(Role.UPLINK, B), Plug.of(Role.UPLINK, A | B));
    }

    private static List<Plug> shared() {
        return Stream.of(edges(), uplinks(), List.of(edges().getFirst().with(Trait.PROMISCUOUS)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Plug> sharedAndWired() {
        List<Plug> wired = new ArrayList<>(edges());
        for (Plug plug : List.of(edges().get(0), edges().get(1), uplinks().get(2))) {
            List.of(WIRINGS.get(1), WIRINGS.get(3), WIRINGS.get(5), WIRINGS.get(8), WIRINGS.get(10))
                    .forEach(wiring -> wired.add(plug.with(wiring)));
        }
        return List.copyOf(wired);
    }

    private static List<Plug> divided() {
        Plug both = Plug.of(Role.UPLINK, A | B);
        return Stream.of(
                        edges(),
                        uplinks(),
                        List.of(
                                edges().getFirst().with(Trait.PROMISCUOUS),
                                both.with(Wiring.trunk(CUSTOMER, 10, 20).withNative(1, false)),
                                both.with(Wiring.trunk(CUSTOMER, 1, 10, 20))))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Plug> dedicated() {
        return Stream.of(
                        edges(),
                        uplinks().subList(0, 2),
                        List.of(edges().getLast().with(Trait.PROMISCUOUS)))
                .flatMap(List::stream)
                .toList();
    }

    /** Each port with each subset of {@code traits}. */
    private static List<Plug> each(List<Plug> plugs, Trait... traits) {
        List<Plug> all = new ArrayList<>(plugs);
        for (Trait trait : traits) {
            all.addAll(all.stream().map(plug -> plug.with(trait)).toList());
        }
        return List.copyOf(all);
    }
}
