package io.isolane.tools.regress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.ForkRunner;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GateTest {
    private static final Metric RATE = Metric.of("a.B.rate", Map.of(), Metric.SCORE, "ops/us");
    private static final int PAIRS = 8;

    @Test
    void shouldCallSlowerOnlyAfterFreshPairs() throws IOException {
        Gate gate = gate(slot -> slot.role() == Role.CANDIDATE ? 90 : 100);

        assertThat(verdict(gate)).isEqualTo(Verdict.SLOWER);
        assertThat(gate.rounds()).extracting(Round::purpose).containsExactly("first look", "confirmation");
        assertThat(gate.rounds().getLast().forks()).allMatch(fork -> fork.slot().round() == 1);
    }

    @Test
    void shouldCallFasterOnlyAfterFreshPairsToo() throws IOException {
        Gate gate = gate(slot -> slot.role() == Role.CANDIDATE ? 110 : 100);

        assertThat(verdict(gate)).isEqualTo(Verdict.FASTER);
        assertThat(gate.rounds()).hasSize(2);
    }

    @Test
    void shouldTakeASuspicionBackThatFreshPairsDoNotConfirm() throws IOException {
        Gate gate = gate(slot -> slot.round() == 0 && slot.role() == Role.CANDIDATE ? 90 : 100 + slot.place() % 3);

        Judgement judgement = gate.run().getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).isEqualTo("suspected, but fresh pairs did not confirm it");
        assertThat(gate.rounds()).hasSize(3);
    }

    @Test
    void shouldNotCallWhatThereIsNoTimeToConfirm() throws IOException {
        Gate gate = new Gate(Design.of(0.03, PAIRS, 100), 1, runner(slot -> slowed(slot, 1.1), 5), GateListener.NONE);

        Judgement judgement = gate.run().getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).contains("no time for the fresh pairs");
        assertThat(gate.forks()).hasSize(2 * PAIRS);
    }

    @Test
    void shouldEndAfterOneRoundIfNothingDiffers() throws IOException {
        Gate gate = gate(slot -> 100 + slot.place() % 2 * 0.1);

        assertThat(verdict(gate)).isEqualTo(Verdict.SAME);
        assertThat(gate.forks()).hasSize(2 * PAIRS);
    }

    @Test
    void shouldLookAgainAndThenSayThatItCannotTell() throws IOException {
        Random random = new Random(3);
        Gate gate = gate(slot -> 100 * Math.exp(random.nextGaussian() / 5));

        assertThat(verdict(gate)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate.rounds()).extracting(Round::purpose).containsExactly("first look", "extension");
    }

    @Test
    void shouldKeepFinishedForksIfOneFails() {
        ForkRunner failing = slot -> {
            if (slot.place() == 2 * PAIRS + 3) {
                throw new IOException("the candidate gave no result");
            }
            return fork(slot, slowed(slot, 1.2), 1);
        };
        Gate gate = new Gate(Design.of(0.03, PAIRS, 1_000), 1, failing, GateListener.NONE);

        assertThatThrownBy(gate::run).isInstanceOf(IOException.class).hasMessageContaining("gave no result");
        assertThat(gate.forks()).hasSize(2 * PAIRS + 3);
        assertThat(gate.judgements()).extracting(Judgement::verdict).containsExactly(Verdict.INCONCLUSIVE);
        assertThat(gate.judgements().getFirst().baselineSamples()).isEqualTo(PAIRS + 1);
    }

    @Test
    void shouldTellEachForkAsItEnds() throws IOException {
        StringBuilder told = new StringBuilder();
        GateListener listener = new GateListener() {
            @Override
            public void onRound(String purpose, int forks) {
                told.append(purpose).append(' ').append(forks).append(':');
            }

            @Override
            public void onFork(Fork fork) {
                told.append(' ').append(fork.slot().place());
            }
        };

        new Gate(Design.of(0.03, 7, 1_000), 1, slot -> fork(slot, 1, 1), listener).run();

        assertThat(told).hasToString("first look 14: 0 1 2 3 4 5 6 7 8 9 10 11 12 13");
    }

    @Test
    void shouldHardlyEverCallTheSameCodeDifferentWhateverTheNoise() {
        long calls = IntStream.range(0, 2_000)
                .mapToObj(seed -> new Gate(Design.of(0.03, PAIRS, 1e9), seed, drifting(seed), GateListener.NONE))
                .filter(gate -> verdict(gate).isCall())
                .count();

        assertThat(calls).as("of 2,000; 0.25 %% are promised").isLessThanOrEqualTo(14);
    }

    @Test
    void shouldFindASlowdownThroughNoiseThatLasts() {
        long found = IntStream.range(0, 200)
                .mapToObj(seed -> new Gate(Design.of(0.03, 16, 1e9), seed, slowed(drifting(seed)), GateListener.NONE))
                .filter(gate -> verdict(gate) == Verdict.SLOWER)
                .count();

        assertThat(found).isGreaterThanOrEqualTo(180);
    }

    @Test
    void shouldRefuseFewerPairsThanCanBeSure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Design.of(0.03, 6, 100))
                .withMessage("6 pairs cannot tell a change from chance: at least 7");
    }

    /** Each fork's noise is mostly that of the one before; now and then one is far off; the second of a pair is always slower. */
    private static ForkRunner drifting(int seed) {
        Random random = new Random(seed);
        double[] level = {0};
        return slot -> {
            level[0] = 0.9 * level[0] + 0.02 * random.nextGaussian();
            double outlier = random.nextInt(12) == 0 ? -random.nextDouble() / 2 : 0;
            double second = slot.place() % 2 == 1 ? -0.01 : 0;
            return fork(slot, 100 * Math.exp(level[0] + outlier + second), 2);
        };
    }

    private static ForkRunner slowed(ForkRunner forks) {
        return slot -> {
            Fork fork = forks.run(slot);
            double rate = fork.readings().getFirst().value();
            return fork(slot, slot.role() == Role.CANDIDATE ? rate / 1.08 : rate, 2);
        };
    }

    private static double slowed(Slot slot, double factor) {
        return slot.role() == Role.CANDIDATE ? 100 / factor : 100;
    }

    private static Gate gate(ToDoubleFunction<Slot> rates) {
        return new Gate(Design.of(0.03, PAIRS, 1_000), 1, runner(rates, 1), GateListener.NONE);
    }

    private static ForkRunner runner(ToDoubleFunction<Slot> rates, double seconds) {
        return slot -> fork(slot, rates.applyAsDouble(slot), seconds);
    }

    private static Fork fork(Slot slot, double rate, double seconds) {
        return new Fork(slot, Instant.EPOCH, seconds, List.of(new Reading(RATE, rate, List.of())));
    }

    private static Verdict verdict(Gate gate) {
        try {
            return gate.run().getFirst().verdict();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
