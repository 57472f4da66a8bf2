package io.isolane.tools.bench.peers.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Work WORK = Work.named("pairs-2").orElseThrow();

    private final List<String> order = new ArrayList<>();

    @Test
    void shouldLetAllTakeTurns() throws InterruptedException {
        run(2, Entrant.ours("isolane", 8.0, 9.0), Entrant.other("a", 2.0, 3.0), Entrant.other("b", 4.0, 5.0));

        assertThat(order).containsExactly("1 isolane", "1 a", "1 b", "2 isolane", "2 a", "2 b");
    }

    @Test
    void shouldCompareWhatWasMeasuredInTheSameRound() throws InterruptedException {
        List<Outcome> outcomes = run(3, Entrant.ours("isolane", 8.0, 90.0, 12.0), Entrant.other("a", 2.0, 30.0, 2.0));

        assertThat(outcomes.get(1).ratioOf(outcomes.getFirst())).contains(new Range(4, 3, 6));
        assertThat(outcomes.get(1).rate()).contains(new Range(2, 2, 30));
    }

    @Test
    void shouldNotTryAgainWhatFailedAndGoOnWithTheOthers() throws InterruptedException {
        List<Outcome> outcomes = run(
                3,
                Entrant.ours("isolane", 8.0, 9.0, 10.0),
                Entrant.other("a", 2.0, new IOException("a ended:\n  Segmentation   fault."), 2.0),
                Entrant.other("b", 4.0, 4.5, 5.0));

        assertThat(order).doesNotContain("3 a").contains("3 b");
        assertThat(outcomes.get(1).problem()).contains("a ended: Segmentation fault");
        assertThat(outcomes.get(1).remarks())
                .containsExactly("Only 1 rounds were measured: a ended: Segmentation fault.");
        assertThat(outcomes.get(1).ratioOf(outcomes.getFirst())).contains(new Range(4, 4, 4));
        assertThat(outcomes.get(2).rate()).contains(new Range(4.5, 4, 5));
    }

    @Test
    void shouldLeaveOutWhatIsMissingAndSayWhy() throws InterruptedException {
        List<Outcome> outcomes = run(1, Entrant.ours("isolane", 8.0), Entrant.missing("a", "a is not installed"));

        assertThat(order).containsExactly("1 isolane");
        assertThat(outcomes.get(1).remarks()).containsExactly("Not measured: a is not installed.");
        assertThat(outcomes.get(1).ratioOf(outcomes.getFirst())).isEmpty();
    }

    @Test
    void shouldLetOnlyThoseEnterThatCanDoTheWork() {
        Contest contest = new Contest(List.of(Entrant.ours("isolane")), 1, (work, round, contender) -> {});

        assertThat(contest.enter(Work.named("veth").orElseThrow())).isEmpty();
    }

    @Test
    void shouldKeepWhatWasMeasuredWhenItIsInterrupted() {
        Contest contest = contest(
                2, Entrant.ours("isolane", 8.0, 9.0), Entrant.other("a", 2.0, new InterruptedException("Ctrl-C")));
        List<Outcome> outcomes = contest.enter(WORK);

        assertThatThrownBy(() -> contest.run(outcomes)).isInstanceOf(InterruptedException.class);
        assertThat(outcomes.getFirst().readings()).hasSize(2);
        assertThat(outcomes.get(1).readings()).hasSize(1);
        assertThat(outcomes.get(1).problem()).isEmpty();
    }

    @Test
    void shouldTakeAFailureOfAnInterruptedThreadForTheInterruption() {
        Contest contest = contest(1, Entrant.ours("isolane", new IOException("stream closed")));
        List<Outcome> outcomes = contest.enter(WORK);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> contest.run(outcomes)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void shouldSayWhatDisturbedTheFigures() throws InterruptedException {
        List<Outcome> outcomes = run(
                2,
                Entrant.ours("isolane", new Reading(8, 0.5, true, List.of()), new Reading(9, 0.95, false, List.of())));

        assertThat(outcomes.getFirst().remarks())
                .containsExactly(
                        "In 1 of 2 rounds it was still getting faster after 12 s, when it was measured.",
                        "In 1 of 2 rounds other programs took more than a tenth of its core's time.");
    }

    private List<Outcome> run(int rounds, Entrant... entrants) throws InterruptedException {
        Contest contest = contest(rounds, entrants);
        List<Outcome> outcomes = contest.enter(WORK);
        contest.run(outcomes);
        return outcomes;
    }

    private Contest contest(int rounds, Entrant... entrants) {
        return new Contest(
                List.of(entrants), rounds, (work, round, contender) -> order.add(round + " " + contender.id()));
    }
}
