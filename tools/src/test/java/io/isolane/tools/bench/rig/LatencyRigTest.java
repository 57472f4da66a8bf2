package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatencyRigTest {
    private static final int FRAMES = 6_000;
    private static final int RATE = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void shouldTimeEveryFrameOfEveryMode(IsolationMode mode) {
        LatencyResult result = measure(new LatencyRig(Scenario.of(mode)));

        assertThat(result.sent()).isEqualTo(FRAMES);
        assertThat(result.latency().getTotalCount()).isEqualTo(FRAMES);
        assertThat(result.faults())
                .isEqualTo(new DeliveryFaults(0, 0, 0, result.faults().overheard()));
        assertThat(result.faults().overheard()).isBetween(overheard(mode) / 2, overheard(mode));
    }

    @Test
    void shouldTimeEveryFrameOfTheBaseline() {
        LatencyResult result = measure(LatencyRig.withoutSwitch(Scenario.of(IsolationMode.LEARNING)));

        assertThat(result.latency().getTotalCount()).isEqualTo(FRAMES);
        assertThat(result.faults()).isEqualTo(DeliveryFaults.NONE);
    }

    @Test
    void shouldWatchTheMachineInTheSameSeconds() {
        LatencyResult result = measure(new LatencyRig(Scenario.of(IsolationMode.LEARNING)));

        assertThat(result.hiccups().getTotalCount()).isGreaterThanOrEqualTo(FRAMES - 1);
        assertThat(result.switchHiccups().getTotalCount()).isGreaterThanOrEqualTo(FRAMES - 1);
    }

    @Test
    void shouldAddMeasurementsUp() {
        LatencyResult one = measure(new LatencyRig(Scenario.of(IsolationMode.LEARNING)));
        LatencyResult two = LatencyResult.none().plus(one).plus(one);

        assertThat(two.latency().getTotalCount()).isEqualTo(2 * FRAMES);
        assertThat(two.latency().getMaxValue()).isEqualTo(one.latency().getMaxValue());
        assertThat(two.sent()).isEqualTo(2 * FRAMES);
        assertThat(two.rate()).isEqualTo(one.rate());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEARNING", "SHARED_MEDIUM"})
    void shouldWaitForOneFrameAtATime(IsolationMode mode) {
        try (LatencyRig rig = new LatencyRig(Scenario.of(mode))) {
            for (int i = 0; i < 100; i++) {
                rig.cross();
            }

            assertThat(rig.measure(FRAMES, RATE).faults().lost()).isZero();
        }
    }

    private static LatencyResult measure(LatencyRig rig) {
        try (rig) {
            return rig.measure(FRAMES, RATE);
        }
    }

    /** Copies that come to other ports: two of each frame of a shared medium, one of each that is not the host's when that is shielded. */
    private static long overheard(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM -> 2 * FRAMES;
            case HOST_SHIELDED -> FRAMES * 4 / 6;
            default -> 0;
        };
    }
}
