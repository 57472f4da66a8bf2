package io.isolane.dataplane.reference;

import io.isolane.dataplane.ManualSwitch.Disguise;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.reference.World.Sending;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Anything in any order, in every mode: frames, storms, time, links, guests that stop reading, ports that come, go and get another profile. What is
 * heard and counted is what the reference says.
 *
 * <p>A history that fails is cut down, step by step and frame by frame, and what is left is printed as the source of a test. That is done on what
 * happened and not by jqwik, which would draw anew whatever comes after the step that it leaves out.
 */
final class HistoryPropertyTest {
    private static final int LONGEST = 40;
    private static final int PORTS = 12;
    private static final long FIRST = RandomTopology.FIRST_STATION;
    private static final long STRANGER = FIRST + 9;
    private static final List<Integer> TCIS = List.of(0, 1, 2, 0xa001, 0xb002, 3, 4095, 0xe000);

    @Property(tries = 400, seed = "17", shrinking = ShrinkingMode.OFF)
    void shouldDoWhatTheReferenceDoesWhateverHappens(@ForAll("histories") ActionChain<World> history) {
        run(history);
    }

    @Property(tries = 200, seed = "18", shrinking = ShrinkingMode.OFF)
    void shouldDoWhatTheReferenceDoesWhateverHappensWithAFullTable(
            @ForAll("crowdedHistories") ActionChain<World> history) {
        run(history);
    }

    private static void run(ActionChain<World> history) {
        try {
            history.run().end();
        } finally {
            history.finalState().ifPresent(World::close);
        }
    }

    @Provide
    static Arbitrary<ActionChain<World>> histories() {
        return Arbitraries.of(ModeTopologies.all()).flatMap(topology -> history(topology, false));
    }

    @Provide
    static Arbitrary<ActionChain<World>> crowdedHistories() {
        return Arbitraries.of(ModeTopologies.allOfAnyTable()).flatMap(topology -> history(topology, true));
    }

    private static Arbitrary<ActionChain<World>> history(Topology topology, boolean isCrowded) {
        return ActionChain.startWith(() -> new World(topology, isCrowded))
                .withAction(12, action(frames().list().ofMinSize(1).ofMaxSize(4), "send", World::send))
                .withAction(2, action(frames(), "storm", World::storm))
                .withAction(2, action(Arbitraries.integers().between(1, 3), "pass", World::pass))
                .withAction(1, action(ports(), "pull", (world, port) -> world.link(port, false)))
                .withAction(2, action(ports(), "plug in", (world, port) -> world.link(port, true)))
                .withAction(1, action(ports(), "deafen", (world, port) -> world.read(port, false)))
                .withAction(1, action(ports(), "read", (world, port) -> world.read(port, true)))
                .withAction(1, action(ports(), "detach", World::detach))
                .withAction(2, action(ports(), "attach", World::attach))
                .withAction(
                        2,
                        action(
                                Combinators.combine(ports(), changes()).as(Reconfiguration::new),
                                "change",
                                (world, to) -> world.change(to.port(), to.change())))
                .withMaxTransformations(LONGEST);
    }

    /** Which port is changed, and how. */
    private record Reconfiguration(int port, ProfileChange change) {}

    /** What happens, to a world, with what. */
    private interface Happening<T> {
        void to(World world, T what);
    }

    private static <T> Action.Independent<World> action(Arbitrary<T> values, String name, Happening<T> happening) {
        return () -> values.map(value -> Transformer.mutate(name + " " + value, world -> happening.to(world, value)));
    }

    private static Arbitrary<Integer> ports() {
        return Arbitraries.integers().between(0, PORTS - 1);
    }

    private static Arbitrary<ProfileChange> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(0, 5))
                .as(ProfileChange::new);
    }

    private static Arbitrary<Sending> frames() {
        return Combinators.combine(
                        ports(), destinations(), sources(), tags(), Arbitraries.of(20, 60, 90, 1500), disguises())
                .as(HistoryPropertyTest::sending);
    }

    private static Sending sending(
            int port, long destination, long source, List<Long> tags, int length, Disguise disguise) {
        WireFrame frame = WireFrame.of(destination, source, 0x0800, new byte[length]);
        for (long tag : tags) {
            frame = frame.pushed((int) (tag >> 16), (int) tag & 0xffff);
        }
        return new Sending(port, frame, disguise);
    }

    private static Arbitrary<Long> destinations() {
        return Arbitraries.of(0xffff_ffff_ffffL, FIRST, FIRST + 1, FIRST + 2, FIRST + 3, STRANGER, 0x0180_c200_0000L);
    }

    private static Arbitrary<Long> sources() {
        return Arbitraries.of(FIRST, FIRST + 1, FIRST + 2, FIRST + 3, FIRST + 4, FIRST + 5);
    }

    private static Arbitrary<List<Long>> tags() {
        Arbitrary<Long> tag = Combinators.combine(Arbitraries.of(0x8100L, 0x8100L, 0x88a8L), Arbitraries.of(TCIS))
                .as((tpid, tci) -> tpid << 16 | tci);
        return tag.list().ofMaxSize(2);
    }

    private static Arbitrary<Disguise> disguises() {
        return Arbitraries.of(Disguise.values());
    }
}
