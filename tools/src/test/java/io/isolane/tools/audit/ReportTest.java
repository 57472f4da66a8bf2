package io.isolane.tools.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Observation;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.evidence.Tally;
import io.isolane.tools.audit.verdict.Expectation;
import io.isolane.tools.audit.verdict.Finding;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class ReportTest {
    private static final Expectation LEARNING =
            Expectation.of(IsolationMode.LEARNING).getFirst();

    @Test
    void shouldMarkALeakAndASilenceWithTheirFrames() {
        Tally heard = new Tally().add(Flow.VM2_TO_LAN, 7).add(Flow.FROM_VM2, 9).add(Flow.FROM_LAN, 9);

        String report = report(result(List.of(Finding.of(LEARNING, observation(heard, 9, 1))), ""));

        assertThat(report)
                .containsPattern("XenExpress.* No +\\(7 of 27\\) +Yes \\(0 of 18\\) +NOT AS EXPECTED")
                .containsPattern("learning +LEAKS( +-){5} +heard +SILENT +heard")
                .containsPattern(" 7/9 +0/9 ");
    }

    @Test
    void shouldAnswerNothingWhereTheTrafficProvesNothing() {
        String report = report(result(List.of(Finding.of(LEARNING, observation(new Tally(), 1, 1))), ""));

        assertThat(report)
                .containsPattern("XenExpress.* \\? +\\? +NOT AS EXPECTED")
                .contains("INVALID");
    }

    @Test
    void shouldSayWhyAModeCouldNotBeJudged() {
        assertThat(report(result(List.of(), "'curl' failed")))
                .containsPattern("XenExpress.*FAILED")
                .contains("learning could not be judged: 'curl' failed");
    }

    private static Observation observation(Tally heard, long sentOfEach, long own) {
        Tally sent = new Tally();
        for (Flow flow : Flow.values()) {
            sent.add(flow, sentOfEach);
        }
        return new Observation(Station.VM1, sent, heard, own);
    }

    private static ModeResult result(List<Finding> findings, String failure) {
        return new ModeResult(
                IsolationMode.LEARNING, findings, failure, Path.of("learning.pcapng"), Duration.ofSeconds(1));
    }

    private static String report(ModeResult result) {
        StringWriter text = new StringWriter();
        new Report(new PrintWriter(text), Ansi.OFF).print(List.of(result));
        return text.toString();
    }
}
