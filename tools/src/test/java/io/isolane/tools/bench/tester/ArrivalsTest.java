package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final int COUNT = 130;

    private final Arrivals arrivals = new Arrivals(COUNT);

    @Test
    void shouldCountEachFrameOnce() {
        for (int i = 0; i < COUNT; i++) {
            assertThat(arrivals.arrive(i)).isTrue();
        }

        assertThat(arrivals.arrived()).isEqualTo(COUNT);
        assertThat(arrivals.duplicates()).isZero();
        assertThat(arrivals.reordered()).isZero();
        assertThat(arrivals.lastMissing()).isEqualTo(-1);
    }

    @Test
    void shouldTellAFrameThatComesAgain() {
        arrivals.arrive(64);

        assertThat(arrivals.arrive(64)).isFalse();
        assertThat(arrivals.arrived()).isEqualTo(1);
        assertThat(arrivals.duplicates()).isEqualTo(1);
    }

    @Test
    void shouldTellAFrameThatComesAfterALaterOne() {
        arrivals.arrive(4);
        arrivals.arrive(2);
        arrivals.arrive(3);

        assertThat(arrivals.arrived()).isEqualTo(3);
        assertThat(arrivals.reordered()).isEqualTo(2);
    }

    @Test
    void shouldFindTheLastFrameThatIsMissing() {
        for (int i = 0; i < COUNT; i++) {
            if (i != 3 && i != 64) {
                arrivals.arrive(i);
            }
        }

        assertThat(arrivals.lastMissing()).isEqualTo(64);
        assertThat(arrivals.has(64)).isFalse();
        assertThat(arrivals.has(65)).isTrue();
    }
}
