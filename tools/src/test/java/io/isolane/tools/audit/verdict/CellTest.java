package io.isolane.tools.audit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.verdict.Cell.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellTest {
    @ParameterizedTest
    @CsvSource({
        "never heard of many,              false, 500,   0, KEPT",
        "never heard of just enough,       false,   3,   0, KEPT",
        "heard all,                        true,  500, 500, KEPT",
        "heard a part,                     true,  500,   1, KEPT",
        "heard one that never is,          false, 500,   1, LEAKS",
        "heard one of too few,             false,   1,   1, LEAKS",
        "not heard though it leaks by design, true, 500, 0, SILENT",
        "never heard of too few,           false,   2,   0, INVALID",
        "heard all of too few,             true,    2,   2, INVALID",
        "nothing was sent,                 false,   0,   0, INVALID"
    })
    void shouldJudgeWhatWasHeardOfWhatWasSent(
            String situation, boolean expected, long sent, long heard, Verdict verdict) {
        assertThat(new Cell(Flow.VM2_TO_LAN, expected, sent, heard, false).verdict())
                .as(situation)
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"false, 0, INVALID", "true, 0, INVALID", "false, 1, LEAKS"})
    void shouldProveNothingBySilenceOfACaptureThatHeardNothingOfItsOwn(boolean expected, long heard, Verdict verdict) {
        assertThat(new Cell(Flow.VM2_TO_LAN, expected, 500, heard, true).verdict())
                .isEqualTo(verdict);
    }
}
