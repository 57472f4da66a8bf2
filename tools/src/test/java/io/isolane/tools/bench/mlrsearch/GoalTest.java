package io.isolane.tools.bench.mlrsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void shouldHaveTheFiguresOfCsit() {
        assertThat(Goal.NDR).isEqualTo(new Goal("NDR", 0, 0.5, seconds(1), seconds(1), seconds(21), 0.005));
        assertThat(Goal.PDR.lossRatio()).isEqualTo(0.005);
    }

    @Test
    void shouldBeUnconditionallyCompliantWithRfc2544() {
        assertThat(Goal.RFC2544.finalTrial()).isEqualTo(seconds(60));
        assertThat(Goal.RFC2544.durationSum()).isEqualTo(seconds(60));
        assertThat(Goal.RFC2544.lossRatio()).isZero();
        assertThat(Goal.RFC2544.exceedRatio()).isZero();
    }

    @Test
    void shouldBeApproachedByStagesThatGetFinerAndLonger() {
        assertThat(Goal.RFC2544.stages())
                .extracting(Goal::finalTrial)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(seconds(1)),
                        second -> assertThat(second).isBetween(Duration.ofMillis(7745), Duration.ofMillis(7747)),
                        last -> assertThat(last).isEqualTo(seconds(60)));
        assertThat(Goal.RFC2544.stages()).last().isEqualTo(Goal.RFC2544);
        assertThat(Goal.RFC2544.stages().getFirst().width()).isCloseTo(0.02, within(0.001));
    }

    @Test
    void shouldSayInItsNameThatItsDurationsWereScaled() {
        assertThat(Goal.RFC2544.scaled(20))
                .isEqualTo(new Goal("RFC2544/20", 0, 0, Duration.ofMillis(50), seconds(3), seconds(3), 0.005));
    }

    @Test
    void shouldRefuseAGoalThatCannotBeReached() {
        assertThatIllegalArgumentException().isThrownBy(() -> goal(1, 1, 2, 3, 0.005));
        assertThatIllegalArgumentException().isThrownBy(() -> goal(0, 1, 2, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> goal(0, 0, 2, 3, 0.005));
        assertThatIllegalArgumentException().isThrownBy(() -> goal(0, 3, 2, 3, 0.005));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> goal(0, 1, 4, 3, 0.005))
                .withMessageContaining("odd");
    }

    private static Goal goal(double lossRatio, int initial, int last, int sum, double width) {
        return new Goal("odd", lossRatio, 0.5, seconds(initial), seconds(last), seconds(sum), width);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
