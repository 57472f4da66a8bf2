package io.isolane.tools.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScalingCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldPrintTurnsAndModelAndWriteThemAsJson(@TempDir Path directory) throws IOException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two workers want two cores");
        Path file = directory.resolve("scaling.json");

        assertThat(execute("--turns", "2", "--seconds", "0.05", "--json", file.toString()))
                .isZero();

        assertThat(out.toString())
                .contains("two, crossing", "median", "cores (a model)", "A model, not a measurement")
                .containsPattern("\n128 +[0-9]");
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
        assertThat(json.path("turns")).hasSize(2).allSatisfy(turn -> {
            assertThat(turn.path("roundTripNanos")).hasSize(5);
            assertThat(turn.path("crossingToAlone").doubleValue()).isPositive();
            for (String arrangement : List.of("alone", "staying", "crossing", "oneWay")) {
                assertThat(turn.path(arrangement).path("framesPerSecond").doubleValue())
                        .isPositive();
            }
        });
        assertThat(json.path("model").path("predictions")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "--turns, 0, is not from 1 to 999",
        "--seconds, 0.01, is not from 0.05 to 60",
        "--cores, '1,1', are not two of",
        "--cores, '0,4711', are not two of",
        "--cores, '0', are not two of",
    })
    void shouldRefuseAWrongOptionAndSayWhatIsRight(String option, String value, String explanation) {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two workers want two cores");

        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(option, explanation);
    }

    private int execute(String... arguments) {
        return new CommandLine(new ScalingCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }
}
