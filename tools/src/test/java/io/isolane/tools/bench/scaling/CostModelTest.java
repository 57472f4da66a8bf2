package io.isolane.tools.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.isolane.tools.bench.scaling.CostModel.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostModelTest {
    private static final List<Double> TRIPS = List.of(1.0, 2.0, 3.0, 4.0, 5.0);

    @Test
    void shouldTakeWhatCrossingCostsMoreForTheHandOver() {
        CostModel model = CostModel.of(List.of(turn(50e6, 90e6, 80e6)));

        assertThat(model.stayingNanos()).isEqualTo(20);
        assertThat(model.handOverNanos()).isCloseTo(25 - 22.22, within(0.01));
        assertThat(model.entryNanos()).isEqualTo(15);
        assertThat(model.exitNanos()).isEqualTo(9);
    }

    @Test
    void shouldTakeMediansOfTurnsAndNoHandOverThatGainsTime() {
        CostModel model =
                CostModel.of(List.of(turn(50e6, 100e6, 110e6), turn(40e6, 100e6, 100e6), turn(10e6, 100e6, 120e6)));

        assertThat(model.stayingNanos()).isEqualTo(25);
        assertThat(model.handOverNanos()).isZero();
    }

    @Test
    void shouldPredictWithTwoCoresWhatWasMeasured() {
        Prediction two = new CostModel(20, 4, 15, 9).predict(2);

        assertThat(two.handOverNanos()).isEqualTo(4);
        assertThat(two.stayingPerSecond()).isCloseTo(100e6, within(1.0));
        assertThat(two.mixedPerSecond()).isCloseTo(2 / 22e-9, within(1.0));
    }

    @Test
    void shouldTakeMoreForAHandOverWhereBurstsAreSpreadOverMoreRings() {
        CostModel model = new CostModel(20, 4, 15, 9);

        assertThat(model.predictions()).extracting(Prediction::cores).containsExactly(2, 8, 32, 128);
        assertThat(model.predictions()).extracting(Prediction::handOverNanos).isSorted();
        assertThat(model.predict(128).handOverNanos())
                .isCloseTo(4 * (1.25 + 3) / (1.25 + 3.0 / 64), within(1e-9))
                .isEqualTo(model.predict(1000).handOverNanos());
    }

    private static Turn turn(double alone, double staying, double crossing) {
        return new Turn(reading(alone), reading(staying), reading(crossing), reading(1e6), TRIPS);
    }

    private static Reading reading(double rate) {
        return new Reading(rate, 15, 9, 0);
    }
}
