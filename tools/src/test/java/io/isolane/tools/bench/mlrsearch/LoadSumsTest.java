package io.isolane.tools.bench.mlrsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The example search of RFC 9971: six points in time at one load, and four goals. Its tables call the load a lower bound for the fourth
 * goal at points 5 and 6, though they give an optimistic exceed ratio of 42.9 % and 27.3 % where the goal tolerates 20 %: the RFC's own
 * code, like ours, says upper bound.
 */
class LoadSumsTest {
    private static final double LOAD = 1_000_000;
    private static final Goal RFC2544 = goal("RFC2544", 60, 60, 0, 0);
    private static final Goal TST009 = goal("TST009", 60, 120, 0, 0.5);
    private static final Goal ONE_SECOND = goal("1s final", 1, 120, 0.005, 0.5);
    private static final Goal TWENTY_PERCENT = goal("20% exceed", 60, 60, 0.005, 0.2);

    @ParameterizedTest(name = "point {0}")
    @CsvSource({
        "1, UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED",
        "2, UPPER,     UNDECIDED, UNDECIDED, UNDECIDED",
        "3, UPPER,     UNDECIDED, UNDECIDED, UPPER",
        "4, UPPER,     UNDECIDED, LOWER,     UPPER",
        "5, UPPER,     UNDECIDED, LOWER,     UPPER",
        "6, UPPER,     LOWER,     LOWER,     UPPER"
    })
    void shouldClassifyTheExampleOfTheRfc(int point, Bound first, Bound second, Bound third, Bound fourth) {
        List<Trial> trials = trialsUntil(point);

        assertThat(Stream.of(RFC2544, TST009, ONE_SECOND, TWENTY_PERCENT)
                        .map(goal -> LoadSums.of(goal, trials).bound()))
                .containsExactly(first, second, third, fourth);
    }

    @Test
    void shouldComputeTheConditionalThroughputsOfTheExample() {
        List<Trial> trials = trialsUntil(6);

        assertThat(conditionalThroughput(TST009, trials)).isEqualTo(1_000_000);
        assertThat(conditionalThroughput(ONE_SECOND, trials)).isEqualTo(1_000_000);
        assertThat(conditionalThroughput(TWENTY_PERCENT, trials)).isEqualTo(999_000);
    }

    @Test
    void shouldExpectNothingWhereTheQuantileWasNeverMeasured() {
        assertThat(conditionalThroughput(ONE_SECOND, times(59, 1, 0))).isZero();
        assertThat(conditionalThroughput(ONE_SECOND, times(60, 1, 0))).isEqualTo(LOAD);
    }

    @Test
    void shouldLeaveALoadWithoutTrialsUndecided() {
        assertThat(LoadSums.of(RFC2544, List.of()).bound()).isEqualTo(Bound.UNDECIDED);
    }

    @Test
    void shouldTakeShortTrialsForAnUpperBoundButNeverForALowerOne() {
        assertThat(LoadSums.of(RFC2544, times(1000, 59, 0)).bound()).isEqualTo(Bound.UNDECIDED);
        assertThat(LoadSums.of(RFC2544, times(1, 1, 0.001)).bound()).isEqualTo(Bound.UPPER);
    }

    private static double conditionalThroughput(Goal goal, List<Trial> trials) {
        return LoadSums.of(goal, trials).conditionalThroughput(LOAD, trials);
    }

    private static List<Trial> trialsUntil(int point) {
        return Stream.of(
                        times(59, 1, 0),
                        times(1, 1, 0.01),
                        times(59, 1, 0.01),
                        times(1, 1, 0),
                        times(1, 60, 0.001),
                        times(1, 60, 0))
                .limit(point)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Trial> times(int count, int seconds, double lossRatio) {
        return Collections.nCopies(count, new Trial(LOAD, Duration.ofSeconds(seconds), lossRatio));
    }

    private static Goal goal(String name, int seconds, int sum, double lossRatio, double exceedRatio) {
        return new Goal(
                name,
                lossRatio,
                exceedRatio,
                Duration.ofSeconds(1),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(sum),
                0.005);
    }
}
