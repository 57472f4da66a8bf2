package io.isolane.tools.bench.mlrsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Searches on devices whose loss is known. */
class SearchTest {
    private static final List<Goal> GOALS = List.of(Goal.RFC2544, Goal.NDR, Goal.PDR);
    private static final double MIN = 1_000;
    private static final double MAX = 10_000_000;
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final List<Trial> trials = new ArrayList<>();

    @Property(tries = 200)
    void shouldBracketAKnownCapacityWithinTheWidth(@ForAll @DoubleRange(min = 1_500, max = 9_900_000) double capacity)
            throws InterruptedException {
        List<GoalResult> results = search((load, duration) -> lossOver(capacity, load));

        for (GoalResult result : results) {
            double limit = capacity / (1 - result.goal().lossRatio());
            assertThat(result.ending()).isEqualTo(Ending.REGULAR);
            assertThat(result.lower().orElseThrow()).isLessThanOrEqualTo(limit * (1 + 1e-9));
            assertThat(result.upper().orElseThrow()).isGreaterThan(limit * (1 - 1e-9));
            assertThat(result.lower().orElseThrow())
                    .isGreaterThanOrEqualTo(result.upper().orElseThrow() * (1 - 0.005) * (1 - 1e-9));
            assertThat(result.conditionalThroughput().orElseThrow()).isLessThanOrEqualTo(capacity * (1 + 1e-9));
        }
    }

    @Property(tries = 200)
    void shouldTakeABoundedTimeOnADeviceThatIsSure(@ForAll @DoubleRange(min = 1_500, max = 9_900_000) double capacity)
            throws InterruptedException {
        search((load, duration) -> lossOver(capacity, load));

        assertThat(trials).hasSizeLessThan(100);
        assertThat(seconds(trials)).isLessThan(260);
    }

    @Property(tries = 200)
    void shouldReportBoundsThatItsOwnTrialsProve(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int roughness)
            throws InterruptedException {
        RandomGenerator random = generator(seed);
        List<GoalResult> results = search(List.of(Goal.NDR, Goal.PDR), NO_LIMIT, (load, duration) -> {
            double odds = 1 / (1 + Math.exp((4_000_000 - load) / (roughness * 20_000.0)));
            return random.nextDouble() < odds ? random.nextDouble() * 0.02 : 0;
        });

        for (GoalResult result : results) {
            result.lower()
                    .ifPresent(
                            load -> assertThat(classified(result.goal(), load)).isEqualTo(Bound.LOWER));
            result.upper()
                    .ifPresent(
                            load -> assertThat(classified(result.goal(), load)).isEqualTo(Bound.UPPER));
            assertThat(result.lower().orElse(0)).isLessThan(result.upper().orElse(MAX * 2));
            assertThat(trials)
                    .filteredOn(trial -> classified(result.goal(), trial.load()) == Bound.UPPER)
                    .allMatch(trial -> trial.load() >= result.upper().orElseThrow());
        }
    }

    @Property(tries = 100)
    void shouldEndOnADeviceWhoseLossGoesUpAndDown(@ForAll long seed) throws InterruptedException {
        RandomGenerator random = generator(seed);
        List<GoalResult> results =
                search((load, duration) -> Math.sin(load / 300_000) > 0.5 ? random.nextDouble() * 0.01 : 0);

        assertThat(results).allSatisfy(result -> {
            assertThat(result.ending()).isNotEqualTo(Ending.UNFINISHED);
            assertThat(result.lower().orElse(0)).isLessThan(result.upper().orElse(MAX * 2));
        });
        assertThat(trials).hasSizeLessThan(1_000);
    }

    @Test
    void shouldIgnoreAHiccupEveryTenSecondsForNdrButNotForRfc2544() throws InterruptedException {
        List<GoalResult> results = search((load, duration) -> {
            double before = seconds(trials);
            boolean hasHiccup = (long) (before / 10) != (long) ((before + duration.toSeconds()) / 10);
            return Math.max(hasHiccup ? 1e-5 : 0, lossOver(3_000_000, load));
        });

        GoalResult rfc2544 = results.getFirst();
        GoalResult ndr = results.get(1);
        assertThat(rfc2544.ending()).isEqualTo(Ending.NO_LOWER_BOUND);
        assertThat(ndr.ending()).isEqualTo(Ending.REGULAR);
        assertThat(ndr.lower().orElseThrow()).isBetween(2_980_000.0, 3_000_000.0);
    }

    @Test
    void shouldUseTheTrialsOfOneGoalForTheOthers() throws InterruptedException {
        search((load, duration) -> lossOver(3_000_000, load));
        double together = seconds(trials);
        double alone = 0;
        for (Goal goal : GOALS) {
            trials.clear();
            search(List.of(goal), NO_LIMIT, (load, duration) -> lossOver(3_000_000, load));
            alone += seconds(trials);
        }

        assertThat(together).isLessThan(alone * 0.95);
    }

    @Test
    void shouldSayThatADeviceLosesFramesEvenAtTheLowestLoad() throws InterruptedException {
        assertThat(search((load, duration) -> 1)).allSatisfy(result -> {
            assertThat(result.lower()).isEmpty();
            assertThat(result.upper().orElseThrow()).isBetween(MIN, MIN * 1.006);
            assertThat(result.ending()).isEqualTo(Ending.NO_LOWER_BOUND);
        });
        assertThat(seconds(trials)).isLessThan(30);
    }

    @Test
    void shouldSayThatADeviceForwardsTheHighestLoad() throws InterruptedException {
        assertThat(search((load, duration) -> 0)).allSatisfy(result -> {
            assertThat(result.lower()).hasValue(MAX);
            assertThat(result.upper()).isEmpty();
            assertThat(result.ending()).isEqualTo(Ending.NO_UPPER_BOUND);
        });
    }

    @Test
    void shouldStopWhenItsTimeIsUpAndSaySo() throws InterruptedException {
        List<GoalResult> results = search(GOALS, Duration.ofSeconds(20), (load, duration) -> lossOver(3_000_000, load));

        assertThat(seconds(trials)).isLessThanOrEqualTo(20);
        assertThat(results).extracting(GoalResult::ending).contains(Ending.UNFINISHED);
    }

    @Test
    void shouldKnowWhatItFoundBeforeItWasInterrupted() {
        Search search = new Search(
                GOALS,
                MIN,
                MAX,
                NO_LIMIT,
                (load, duration) -> {
                    if (trials.size() == 15) {
                        throw new InterruptedException("stop");
                    }
                    return lossOver(3_000_000, load);
                },
                (trial, goal, bound, known) -> trials.add(trial));

        assertThatThrownBy(search::run).isInstanceOf(InterruptedException.class);
        assertThat(search.results()).extracting(GoalResult::ending).containsOnly(Ending.UNFINISHED);
        assertThat(search.results().getFirst().upper().orElseThrow()).isBetween(3_000_000.0, 3_020_000.0);
    }

    @Test
    void shouldNeverTryALoadOutsideItsLimits() throws InterruptedException {
        search((load, duration) -> load > 2_000 ? 0.9 : 0);

        assertThat(trials).allMatch(trial -> trial.load() >= MIN && trial.load() <= MAX);
    }

    @Test
    void shouldRefuseLoadsInTheWrongOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Search(GOALS, 2, 1, NO_LIMIT, (load, duration) -> 0, (trial, goal, bound, known) -> {}))
                .withMessageContaining("between 2.0 and 1.0");
    }

    private List<GoalResult> search(Measurer device) throws InterruptedException {
        return search(GOALS, NO_LIMIT, device);
    }

    private List<GoalResult> search(List<Goal> goals, Duration limit, Measurer device) throws InterruptedException {
        trials.clear();
        return new Search(goals, MIN, MAX, limit, device, (trial, goal, bound, known) -> trials.add(trial)).run();
    }

    private Bound classified(Goal goal, double load) {
        return LoadSums.of(
                        goal,
                        trials.stream().filter(trial -> trial.load() == load).toList())
                .bound();
    }

    private static double lossOver(double capacity, double load) {
        return Math.max(0, 1 - capacity / load);
    }

    private static double seconds(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::nanos).sum() / 1e9;
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
