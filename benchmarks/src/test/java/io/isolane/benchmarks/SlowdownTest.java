package io.isolane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowdownTest {
    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(50);

    private long worked;

    @Test
    void shouldBeTheStepItselfUnlessAsked() {
        IntSupplier step = () -> 64;

        assertThat(Slowdown.of(step, null)).isSameAs(step);
        assertThat(Slowdown.of(step)).isSameAs(step);
    }

    /** Both are measured together: a machine that is busy makes the steps longer, and the whole with them. */
    @Test
    void shouldMakeTheStepsLongerByTheShareAskedFor() {
        IntSupplier slowed = Slowdown.of(this::step, "50");
        long start = System.nanoTime();

        for (int i = 0; i < 20 * Slowdown.BLOCK; i++) {
            assertThat(slowed.getAsInt()).isEqualTo(7);
        }

        assertThat(System.nanoTime() - start).isGreaterThan(worked * 3 / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "0", "-5", "NaN", "Infinity", "1001", "5%"})
    void shouldRefuseWhatIsNoShare(String percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slowdown.of(this::step, percent))
                .withMessageContaining("isolane.benchmark.slowdown=" + percent);
    }

    private int step() {
        long start = System.nanoTime();
        long now = start;
        while (now - start < STEP) {
            now = System.nanoTime();
        }
        worked += now - start;
        return 7;
    }
}
