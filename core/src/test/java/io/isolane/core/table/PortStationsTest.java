package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PortStationsTest {
    private static final int GENERATIONS = Entry.GENERATION_MASK + 1;

    private final Arena arena = Arena.ofConfined();
    private final PortStations stations = new PortStations(arena, 3);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldCountEachPortByItself() {
        stations.added(0);
        stations.added(2);
        stations.added(2);
        stations.removed(0, 0);
        assertThat(stations.count(0)).isZero();
        assertThat(stations.count(1)).isZero();
        assertThat(stations.count(2)).isEqualTo(2);
    }

    @Test
    void shouldStartANewGenerationWithNone() {
        stations.added(1);
        stations.flush(1, 0);
        assertThat(stations.count(1)).isZero();
        assertThat(stations.generation(1)).isEqualTo(1);
        assertThat(stations.added(1)).isEqualTo(1);
        assertThat(stations.generation(0)).isZero();
    }

    @Test
    void shouldNotUncountAStationThatAFlushHasForgotten() {
        int before = stations.added(1);
        stations.flush(1, before);
        stations.added(1);
        stations.removed(1, before);
        assertThat(stations.count(1)).isEqualTo(1);
    }

    @Test
    void shouldFlushAGenerationOnce() {
        stations.flush(1, 0);
        stations.added(1);
        stations.flush(1, 0);
        assertThat(stations.count(1)).isEqualTo(1);
        assertThat(stations.generation(1)).isEqualTo(1);
    }

    @Test
    void shouldWrapItsGenerations() {
        int wrong = 0;
        for (int i = 0; i < GENERATIONS; i++) {
            wrong += stations.generation(1) == i && stations.added(1) == i ? 0 : 1;
            stations.flush(1, i);
        }
        assertThat(wrong).isZero();
        assertThat(stations.generation(1)).isZero();
        assertThat(stations.count(1)).isZero();
    }

    @Test
    void shouldNameThePortThatHoldsMostAndTheAskerAmongEquals() {
        stations.added(0);
        stations.added(2);
        assertThat(stations.heaviest(2)).isEqualTo(2);
        assertThat(stations.heaviest(1)).isZero();
        stations.added(2);
        assertThat(stations.heaviest(0)).isEqualTo(2);
    }

    @Test
    void shouldBeAtItsLimitWhenItHasThatMany() {
        assertThat(stations.isAtLimit(0)).isFalse();
        stations.limit(0, 1);
        assertThat(stations.isAtLimit(0)).isFalse();
        stations.added(0);
        assertThat(stations.isAtLimit(0)).isTrue();
        assertThat(stations.isAtLimit(1)).isFalse();
        stations.limit(0, 0);
        assertThat(stations.isAtLimit(0)).isTrue();
    }
}
