package io.isolane.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.IpAddress;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class BindingTableTest {
    private static final int CAPACITY = 16;
    private static final int FID = 7;
    private static final int PORTS = 4;
    private static final int LIMIT = 3;
    private static final long MAC = 0x02_00_00_00_00_01L;

    private final BindingTable table = new BindingTable(Arena.ofAuto(), CAPACITY, 1024, new SplittableRandom(1));

    @Example
    void shouldBindAnAddressToOneStationBehindOnePortInOneVlanAndFamily() {
        assertThat(learn(1, MAC, 2, 10)).isEqualTo(BindResult.BOUND);

        assertThat(table.isBound(FID, false, 0, 1, MAC, 2, 9)).isTrue();
        assertThat(table.isBound(FID, false, 0, 1, MAC + 1, 2, 9)).isFalse();
        assertThat(table.isBound(FID, false, 0, 1, MAC, 3, 9)).isFalse();
        assertThat(table.isBound(FID + 1, false, 0, 1, MAC, 2, 9)).isFalse();
        assertThat(table.isBound(FID, true, 0, 1, MAC, 2, 9)).isFalse();
        assertThat(table.isBound(FID, false, 0, 1, MAC, 2, 10)).as("ended").isFalse();
    }

    @Example
    void shouldRefuseToMoveWhatIsBound() {
        learn(1, MAC, 2, 10);
        assertThat(learn(1, MAC, 3, 20)).isEqualTo(BindResult.BOUND_ELSEWHERE);
        assertThat(learn(1, MAC + 1, 2, 20)).isEqualTo(BindResult.BOUND_ELSEWHERE);
        assertThat(table.isBound(FID, false, 0, 1, MAC, 2, 15)).isFalse();
    }

    @Example
    void shouldTakeAsManyBindingsAsThereIsRoomForAndOneMoreWhenOneHasEnded() {
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(table.learn(FID, true, 1, i, MAC, 1, Integer.MAX_VALUE, i == 0 ? 5000 : 9000, 0))
                    .isEqualTo(BindResult.BOUND);
        }
        assertThat(table.learn(FID, true, 2, 0, MAC, 1, Integer.MAX_VALUE, 9000, 4000))
                .isEqualTo(BindResult.NO_ROOM);
        assertThat(table.learn(FID, true, 2, 0, MAC, 1, Integer.MAX_VALUE, 9000, 5500))
                .isEqualTo(BindResult.BOUND);
        assertThat(table.portOf(FID, true, 1, CAPACITY - 1, 5500)).isEqualTo(1);
    }

    /** The table beside a map, through any sequence of what may happen to it. */
    @Property(tries = 500)
    void shouldDoWhatAMapWouldDo(@ForAll("sequences") List<Step> steps) {
        Map<Integer, Known> model = new HashMap<>();
        BindingTable tested = new BindingTable(Arena.ofAuto(), CAPACITY, PORTS, new SplittableRandom(1));
        long now = 0;
        for (Step step : steps) {
            now += 1000 + step.argument;
            step.apply(tested, model, now);
            for (int address = 0; address < 8; address++) {
                Known known = model.get(address);
                int port = known == null || known.expiry <= now ? BindingTable.NOWHERE : known.port;
                assertThat(tested.portOf(FID, false, 0, address, now)).isEqualTo(port);
            }
        }
        int[] shown = new int[1];
        long end = now;
        tested.forEach((fid, address, mac, port, expiry) -> shown[0] += expiry > end ? 1 : 0);
        assertThat(shown[0]).isEqualTo((int)
                model.values().stream().filter(known -> known.expiry > end).count());
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(10, Kind.LEARN),
                                Tuple.of(2, Kind.FORGET),
                                Tuple.of(1, Kind.FORGET_ALL),
                                Tuple.of(1, Kind.PUT_STATIC),
                                Tuple.of(1, Kind.REMOVE_STATIC)),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, PORTS - 1),
                        Arbitraries.integers().between(0, 5000))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    enum Kind {
        LEARN,
        FORGET,
        FORGET_ALL,
        PUT_STATIC,
        REMOVE_STATIC
    }

    record Known(int port, boolean isStatic, long expiry) {}

    record Step(Kind kind, int address, int port, int argument) {
        void apply(BindingTable table, Map<Integer, Known> model, long now) {
            Known known = model.get(address);
            switch (kind) {
                case LEARN -> {
                    long expiry = now + 2L * argument;
                    assertThat(table.learn(FID, false, 0, address, MAC, port, LIMIT, expiry, now))
                            .isEqualTo(expected(model, now));
                    if (expected(model, now) == BindResult.BOUND && (known == null || !known.isStatic)) {
                        model.put(address, new Known(port, false, expiry));
                    }
                }
                case FORGET -> {
                    table.forget(FID, false, 0, address, port);
                    model.computeIfPresent(address, (key, old) -> old.port == port && !old.isStatic ? null : old);
                }
                case FORGET_ALL -> {
                    table.forgetAll(port);
                    model.values().removeIf(old -> old.port == port && !old.isStatic);
                }
                case PUT_STATIC -> {
                    table.putStatic(FID, IpAddress.v4(address), MAC, port);
                    model.put(address, new Known(port, true, BindingTable.NEVER));
                }
                case REMOVE_STATIC -> {
                    table.removeStatic(FID, IpAddress.v4(address));
                    model.computeIfPresent(address, (key, old) -> old.isStatic ? null : old);
                }
            }
        }

        /** A second passes between two steps, so that what has ended never counts against the limit. */
        private int expected(Map<Integer, Known> model, long now) {
            Known known = model.get(address);
            if (known != null && known.expiry > now) {
                return known.port == port ? BindResult.BOUND : BindResult.BOUND_ELSEWHERE;
            }
            long held = model.values().stream()
                    .filter(other -> other.port == port && !other.isStatic && other.expiry > now)
                    .count();
            return held >= LIMIT ? BindResult.AT_LIMIT : BindResult.BOUND;
        }
    }

    private int learn(long address, long mac, int port, long expiry) {
        return table.learn(FID, false, 0, address, mac, port, LIMIT, expiry, 0);
    }
}
