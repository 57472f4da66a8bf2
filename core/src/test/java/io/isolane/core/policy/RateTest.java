package io.isolane.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.policy.Rate.Unit;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void shouldHaveATenthOfASecondsWorthForItsBurst() {
        assertThat(Rate.of(Unit.BITS, 1_000_000_000)).isEqualTo(Rate.bits(1_000_000_000, 12_500_000));
        assertThat(Rate.of(Unit.FRAMES, 5000)).isEqualTo(Rate.frames(5000, 500));
    }

    @Test
    void shouldHaveABurstThatHoldsASuperFrameAtTheLowestRateAndOneThatMayBeAtTheHighest() {
        assertThat(Rate.of(Unit.BITS, 1).burst()).isEqualTo(131_072);
        assertThat(Rate.of(Unit.FRAMES, 1).burst()).isEqualTo(64);
        assertThat(Rate.of(Unit.BITS, Unit.BITS.maxRate()).burst()).isEqualTo(Unit.BITS.maxBurst());
        assertThat(Rate.of(Unit.FRAMES, Unit.FRAMES.maxRate()).burst()).isEqualTo(100_000_000);
    }

    @Test
    void shouldRefuseWhatItsBucketCouldNotCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.bits(0, 1))
                .withMessage("a rate of 0 bits/s is not from 1 to 1000000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.bits(1, 1_000_000_001))
                .withMessage("a burst of 1000000001 bytes is not from 1 to 1000000000");
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.frames(1, 0));
    }

    @Test
    void shouldHaveOneRateInEachUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(Rate.frames(1, 1), Rate.frames(2, 2)));
        assertThat(RateLimit.of(Rate.frames(1, 2), Rate.bits(3, 4)))
                .hasToString("1 frames/s in bursts of 2 frames and 3 bits/s in bursts of 4 bytes");
    }
}
