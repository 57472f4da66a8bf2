package io.isolane.tools.regress.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LevelTest {
    private static final Metric RATE = Metric.of("a.B.rate", Map.of("mode", "learning"), Metric.SCORE, "ops/us");
    private static final Level ACCEPTED = Level.NONE.accepting(
            List.of(slower(-0.06)), "abc", "HEAD", "checks every tag", Instant.parse("2026-11-23T14:00:00Z"));

    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldNotReportAgainWhatWasAccepted() {
        Judgement weighed = ACCEPTED.weigh(slower(-0.065), "abc", 0.03);

        assertThat(weighed.verdict()).isEqualTo(Verdict.SAME);
        assertThat(ACCEPTED.excuses(weighed, "abc")).isTrue();
        assertThat(ACCEPTED.excuses(judgement(RATE, 0, Verdict.SAME), "abc")).isFalse();
        assertThat(weighed.reason()).isEqualTo("slower by 6.5 %; 6.0 % were accepted on 2026-11-23 (checks every tag)");
    }

    @Test
    void shouldReportWhatGotWorseThanAccepted() {
        Judgement weighed = ACCEPTED.weigh(slower(-0.12), "abc", 0.03);

        assertThat(weighed.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(weighed.reason()).endsWith("(checks every tag), and it is worse than that");
    }

    @Test
    void shouldExcuseNothingAgainstAnotherBaselineOrOfAnotherMetric() {
        Metric other = Metric.of("a.B.rate", Map.of("mode", "hub"), Metric.SCORE, "ops/us");

        assertThat(ACCEPTED.weigh(slower(-0.06), "def", 0.03)).isEqualTo(slower(-0.06));
        assertThat(ACCEPTED.weigh(judgement(other, -0.06, Verdict.SLOWER), "abc", 0.03)
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Test
    void shouldChangeNothingThatIsNotSlower() {
        Judgement faster = judgement(RATE, 0.2, Verdict.FASTER);
        Judgement open = judgement(RATE, -0.06, Verdict.INCONCLUSIVE);

        assertThat(ACCEPTED.weigh(faster, "abc", 0.03)).isEqualTo(faster);
        assertThat(ACCEPTED.weigh(open, "abc", 0.03)).isEqualTo(open);
    }

    @Test
    void shouldReplaceWhatWasAcceptedBefore() {
        Level next = ACCEPTED.accepting(List.of(slower(-0.12)), "abc", "HEAD", "and counts it", Instant.EPOCH);

        assertThat(next.accepted()).extracting(Acceptance::effect).containsExactly(-0.12);
        assertThat(ACCEPTED.accepting(List.of(slower(-0.05)), "def", "HEAD", "x", Instant.EPOCH)
                        .accepted())
                .hasSize(2);
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        Path file = directory.resolve("level.json");
        assertThat(LevelFile.read(file)).isEqualTo(Level.NONE);

        LevelFile.write(ACCEPTED, file);

        assertThat(LevelFile.read(file)).isEqualTo(ACCEPTED);
        Files.writeString(file, Files.readString(file).substring(0, 90));
        assertThatIOException().isThrownBy(() -> LevelFile.read(file)).withMessageStartingWith(file + ":");
    }

    private static Judgement slower(double effect) {
        return judgement(RATE, effect, Verdict.SLOWER);
    }

    private static Judgement judgement(Metric metric, double effect, Verdict verdict) {
        Interval interval = new Interval(effect - 0.01, effect + 0.01, 0.95);
        return new Judgement(metric, verdict, 100, 100 * (1 + effect), effect, interval, 16, 16, "because");
    }
}
