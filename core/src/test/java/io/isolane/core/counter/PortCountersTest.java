package io.isolane.core.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PortCountersTest {
    private final Arena arena = Arena.ofConfined();
    private final PortCounters counters = PortCounters.allocate(arena);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldStartAtZero() {
        assertThat(named()).containsOnly(0);
        assertThat(counters.totalDrops()).isZero();
    }

    @Test
    void shouldCountEachThingByItself() {
        counters.received(1, 2);
        counters.transmitted(3, 4);
        counters.stationMoved();
        counters.flooded(6);
        counters.notLearnt();
        counters.received(10, 20);
        assertThat(named()).containsExactly(11, 22, 3, 4, 1, 6, 1);
        assertThat(counters.totalDrops()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountEachDropUnderItsOwnReason(DropReason reason) {
        counters.dropped(reason, 5);
        counters.dropped(reason, 2);
        assertThat(DropReason.values())
                .allSatisfy(other -> assertThat(counters.drops(other)).isEqualTo(other == reason ? 7 : 0));
        assertThat(counters.totalDrops()).isEqualTo(7);
        assertThat(named()).containsOnly(0);
    }

    @Test
    void shouldNotShareALineWithAnotherPort() {
        assertThat(CounterLayout.stride() % 128).isZero();
        assertThat(CounterLayout.stride()).isGreaterThanOrEqualTo(CounterLayout.DROPS + 8L * DropReason.count());
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindAReasonByItsIndexAndNameItOnce(DropReason reason) {
        assertThat(DropReason.at(reason.index())).isSameAs(reason);
        assertThat(reason.label())
                .isEqualTo(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(reason.sentence()).isNotBlank().doesNotEndWith(".");
        assertThat(Arrays.stream(DropReason.values())
                        .filter(other -> other.sentence().equals(reason.sentence())))
                .containsExactly(reason);
    }

    private long[] named() {
        return new long[] {
            counters.rxFrames(),
            counters.rxBytes(),
            counters.txFrames(),
            counters.txBytes(),
            counters.stationsMoved(),
            counters.floodedFrames(),
            counters.notLearntFrames()
        };
    }
}
