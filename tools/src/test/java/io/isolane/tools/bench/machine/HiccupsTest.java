package io.isolane.tools.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiccupsTest {
    private static final long START = Long.MAX_VALUE - 5_000;

    private final Hiccups hiccups = new Hiccups(START);
    private long now = START;

    @Test
    void shouldFindNoLatenessInAPunctualLoop() {
        for (int i = 0; i < 100; i++) {
            step(1_000);
        }

        assertThat(hiccups.lateness().getTotalCount()).isEqualTo(100);
        assertThat(hiccups.lateness().getMaxValue()).isZero();
    }

    @Test
    void shouldCountAPauseForEveryMicrosecondThatFellIntoIt() {
        step(10_000);

        assertThat(hiccups.lateness().getTotalCount()).isEqualTo(10);
        assertThat(hiccups.lateness().getMaxValue()).isEqualTo(9_000 + rounding());
        assertThat(hiccups.lateness().getValueAtPercentile(50)).isEqualTo(4_000 + roundingAt(4_000));
        assertThat(hiccups.lateness().getMinValue()).isZero();
    }

    @Test
    void shouldWeighAPauseByItsLengthAndNotByItsNumber() {
        step(1_000_000);
        for (int i = 0; i < 9_000; i++) {
            step(1_000);
        }

        assertThat(hiccups.lateness().getValueAtPercentile(89)).isZero();
        assertThat(hiccups.lateness().getValueAtPercentile(95)).isBetween(498_000L, 502_000L);
        assertThat(hiccups.lateness().getValueAtPercentile(99.9)).isBetween(988_000L, 992_000L);
    }

    @Test
    void shouldNotDependOnHowOftenTheLoopLooks() {
        for (int i = 0; i < 1_000; i++) {
            step(100);
        }

        assertThat(hiccups.lateness().getTotalCount()).isEqualTo(100);
        assertThat(hiccups.lateness().getMaxValue()).isZero();
    }

    private void step(long nanos) {
        now += nanos;
        hiccups.observe(now);
    }

    private long rounding() {
        return roundingAt(9_000);
    }

    private long roundingAt(long value) {
        return hiccups.lateness().highestEquivalentValue(value) - value;
    }
}
