package io.isolane.tools.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingRigTest {
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** No such cores: the threads stay where they are, and the rest is the same. */
    private static final CorePair NOWHERE = new CorePair(1022, 1023);

    @ParameterizedTest
    @EnumSource
    void shouldForwardEveryFrameInEveryArrangement(Arrangement arrangement) throws InterruptedException {
        try (ScalingRig rig = new ScalingRig(arrangement, NOWHERE)) {
            rig.warmUp(MOMENT);
            Reading reading = rig.measure(MOMENT.multipliedBy(4));

            assertThat(reading.framesPerSecond()).isPositive();
            assertThat(reading.firstNanosPerFrame()).isPositive();
            assertThat(reading.lastNanosPerFrame()).isPositive();
            assertThat(reading.dropped()).isZero();
        }
    }
}
