package io.isolane.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.benchmarks.reference.Contender;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command from its words to its table, in a moment that measures nothing. */
class LatencyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldMeasureAllThreeInTurns() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "wants two processors");
        boolean hasC = Contender.missing().isEmpty();

        assertThat(run(
                        "--turns",
                        "2",
                        "--seconds",
                        "0.02",
                        "--warm-up",
                        "0.02",
                        "--addresses",
                        "8",
                        "--rate",
                        "100000"))
                .as(errors.toString())
                .isZero();

        assertThat(out.toString().lines())
                .filteredOn(line -> line.startsWith("2 "))
                .hasSize(hasC ? 3 : 2);
        assertThat(out.toString())
                .contains("threads ")
                .contains("Frames of 64 bytes (without FCS) between 4 ports and 8 stations, 0.1 Mpps")
                .contains(hasC ? "Isolane to C, turn by turn: 50% " : "Without C: ");
        assertThat(errors.toString())
                .contains("latency: warming up: no switch")
                .contains("latency: turn 2 of 2: Isolane");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate|100|Invalid value for option '--rate': 100 is not from 1000 to 10000000",
                "--turns|0|Invalid value for option '--turns': 0 is not from 1 to 99",
                "--seconds|0|Invalid value for option '--seconds': 0 is not from 0.01 to 60",
                "--warm-up|61|Invalid value for option '--warm-up': 61 is not from 0.01 to 60",
                "--frame-size|59|Invalid value for option '--frame-size': 59 is not from 60 to 9216",
                "--addresses|5|Invalid value for option '--addresses': 5 is not from 6 to 1048576",
                "--cores|1|Invalid value for option '--cores': name two, such as 2,3",
            })
    void shouldRefuseWhatMakesNoSense(String option, String value, String complaint) {
        assertThat(run(option, value)).isEqualTo(2);

        assertThat(errors.toString()).contains(complaint);
    }

    private int run(String... arguments) {
        return new CommandLine(new LatencyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
