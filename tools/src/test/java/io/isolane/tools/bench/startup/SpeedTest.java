package io.isolane.tools.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final long BEGUN = 5_000_000;
    private static final int TENTHS = 30;

    @Test
    void shouldFindWhereTheSpeedBeginsToHold() {
        Speed speed = speed(10, 50, 80, 95, 96);

        assertThat(speed.full()).isEqualTo(1000);
        assertThat(speed.reachedMicros()).hasValue(BEGUN + 300_000);
    }

    @Test
    void shouldNotTakeOneFastTenthForSpeedNorOneSlowTenthForItsLack() {
        assertThat(speed(10, 100, 20, 20, 20, 20).reachedMicros()).hasValue(BEGUN + 600_000);
        assertThat(speed(10, 100, 20).reachedMicros()).hasValue(BEGUN + 100_000);
    }

    @Test
    void shouldSayThatASpeedIsNotHeld() {
        int[] percent = new int[TENTHS];
        Arrays.setAll(percent, i -> i >= 20 && i % 2 == 0 ? 1000 : 100);

        assertThat(speed(percent).full()).isEqualTo(5500);
        assertThat(speed(percent).reachedMicros()).hasValue(BEGUN + 2_000_000);
        Arrays.setAll(percent, i -> i == 22 || i > 25 ? 1000 : 100);
        assertThat(speed(percent).reachedMicros()).isEmpty();
    }

    @Test
    void shouldRefuseToJudgeAMoment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.of(BEGUN, List.of(new Look(BEGUN + 200_000, 5))))
                .withMessageContaining("watched for 1 tenths");
    }

    /** Full speed is 100 frames a tenth; the first tenths are slower. */
    private static Speed speed(int... percent) {
        List<Look> looks = new ArrayList<>();
        long frames = 0;
        for (int i = 0; i < TENTHS; i++) {
            looks.add(new Look(BEGUN + i * 100_000L + 50_000, frames + 1));
            frames += i < percent.length ? percent[i] : 100;
            looks.add(new Look(BEGUN + (i + 1) * 100_000L, frames));
        }
        return Speed.of(BEGUN, looks);
    }
}
