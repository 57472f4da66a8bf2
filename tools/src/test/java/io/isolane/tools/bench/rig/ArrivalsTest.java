package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long FIRST = 1_000_000_000_000L;
    private static final int COUNT = 130;

    private final Arrivals arrivals = new Arrivals(FIRST, COUNT, 2);

    @Test
    void shouldCountEachFrameOnce() {
        for (int i = 0; i < COUNT; i++) {
            assertThat(arrivals.arrive(i % 2, FIRST + i)).isTrue();
        }

        assertThat(arrivals.arrived()).isEqualTo(COUNT);
        assertThat(arrivals.duplicates()).isZero();
        assertThat(arrivals.reordered()).isZero();
    }

    @Test
    void shouldTellAFrameThatComesAgain() {
        arrivals.arrive(0, FIRST + 64);

        assertThat(arrivals.arrive(0, FIRST + 64)).isFalse();
        assertThat(arrivals.arrived()).isEqualTo(1);
        assertThat(arrivals.duplicates()).isEqualTo(1);
    }

    @Test
    void shouldTellAFrameThatComesLateWithinItsFlow() {
        arrivals.arrive(0, FIRST + 4);
        arrivals.arrive(0, FIRST + 2);

        assertThat(arrivals.arrived()).isEqualTo(2);
        assertThat(arrivals.reordered()).isEqualTo(1);
    }

    @Test
    void shouldKnowNoOrderBetweenFlows() {
        arrivals.arrive(0, FIRST + 4);
        arrivals.arrive(1, FIRST + 1);

        assertThat(arrivals.reordered()).isZero();
    }

    @Test
    void shouldPassOverFramesOfAnotherRun() {
        assertThat(arrivals.arrive(0, FIRST - 1)).isFalse();
        assertThat(arrivals.arrive(0, FIRST + COUNT)).isFalse();
        assertThat(arrivals.arrived()).isZero();
    }
}
