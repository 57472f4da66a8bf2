package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** A table beside a {@link ReferenceTable}, through any sequence of what may happen to it, on a clock of any value. */
final class MacTableModelTest {
    static final int PORTS = 4;
    static final int KEYS = 30;
    private static final List<Tenure> TENURES = List.of(Tenure.values());

    @Property(tries = 500)
    void shouldDoWhatTheReferenceDoes(
            @ForAll("sequences") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 20) int capacity,
            @ForAll Overflow overflow,
            @ForAll("moveLimits") MoveLimit moves,
            @ForAll long seed,
            @ForAll int start) {
        try (Arena arena = Arena.ofConfined()) {
            TableLimits limits = new TableLimits(capacity, overflow, moves);
            MacTable table = new MacTable(arena, limits, PORTS, new SplittableRandom(seed));
            ReferenceTable reference = new ReferenceTable(limits, PORTS);
            int now = start;
            for (Step step : steps) {
                now += 1000 + step.argument;
                step.apply(table, reference, now);
                assertEqual(table, reference);
            }
        }
    }

    private static void assertEqual(MacTable table, ReferenceTable reference) {
        for (long key = 1; key <= KEYS; key++) {
            assertThat(table.lookup(key)).as("port of %d", key).isEqualTo(reference.lookup(key));
        }
        for (int port = 0; port < PORTS; port++) {
            assertThat(table.stations(port)).as("stations of %d", port).isEqualTo(reference.count(port));
        }
        assertThat(table.learnt()).isEqualTo(reference.learnt());
    }

    @Provide
    Arbitrary<MoveLimit> moveLimits() {
        return Arbitraries.of(MoveLimit.NONE, new MoveLimit(1, 30_000), new MoveLimit(2, 60_000));
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(20, Kind.LEARN),
                Tuple.of(1, Kind.PUT_STATIC),
                Tuple.of(2, Kind.REMOVE),
                Tuple.of(1, Kind.FLUSH),
                Tuple.of(1, Kind.LIMIT),
                Tuple.of(1, Kind.TENURE),
                Tuple.of(1, Kind.EXPIRE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.longs().between(1, KEYS),
                        Arbitraries.integers().between(0, PORTS - 1),
                        Arbitraries.integers().between(0, 10_000))
                .as(Step::new)
                .list()
                .ofMaxSize(150);
    }

    enum Kind {
        LEARN,
        PUT_STATIC,
        REMOVE,
        FLUSH,
        LIMIT,
        TENURE,
        EXPIRE
    }

    record Step(Kind kind, long key, int port, int argument) {
        void apply(MacTable table, ReferenceTable reference, int now) {
            switch (kind) {
                case LEARN -> {
                    if (reference.mayChooseAmongVoid()) {
                        table.expire(now, 0, (int) table.slotCount());
                        reference.expire(now, 0);
                    }
                    assertThat(table.learn(key, port, now)).isEqualTo(reference.learn(key, port, now));
                }
                case PUT_STATIC -> {
                    assertThat(table.putStatic(key, port)).isTrue();
                    reference.putStatic(key, port);
                }
                case REMOVE -> {
                    assertThat(table.remove(key)).isTrue();
                    reference.remove(key);
                }
                case FLUSH -> {
                    table.flush(port);
                    reference.flush(port);
                }
                case LIMIT -> {
                    table.limit(port, argument % 12);
                    reference.limit(port, argument % 12);
                }
                case TENURE -> {
                    Tenure tenure = TENURES.get(argument % TENURES.size());
                    table.tenure(port, tenure);
                    reference.tenure(port, tenure);
                }
                case EXPIRE ->
                    assertThat(table.expire(now, 3 * argument, (int) table.slotCount()))
                            .isEqualTo(reference.expire(now, 3 * argument));
            }
        }
    }
}
