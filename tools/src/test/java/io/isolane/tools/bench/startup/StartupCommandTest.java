package io.isolane.tools.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.Main;
import io.isolane.tools.config.ConfigFile;
import io.isolane.tools.config.Configuration;
import io.isolane.tools.config.InvalidConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StartupCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldStartASwitchAndSayWhenItForwarded(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("startup.json");

        assertThat(execute("--starts", "1", "--seconds", "2", "--json", file.toString()))
                .as(errors.toString())
                .isZero();

        assertThat(out.toString()).contains("first frame, ms after main began", "1 starts, each in a JVM of its own");
        JsonNode start = JsonMapper.builder()
                .build()
                .readTree(Files.readString(file))
                .path("starts")
                .path(0);
        double firstFrame = start.path("firstFrameMillis").doubleValue();
        assertThat(firstFrame).isPositive();
        assertThat(start.path("firstFrameAfterExecMillis").doubleValue()).isGreaterThan(firstFrame);
        assertThat(start.path("fullFramesPerSecond").doubleValue()).isPositive();
    }

    @Test
    void shouldMeasureTheSwitchThatItSays() throws InvalidConfigException {
        Configuration configuration = ConfigFile.parse(String.join("\n", Subject.CONFIGURATION), "test");

        assertThat(configuration.ports()).hasSize(Subject.PORTS);
        assertThat(configuration.switchConfig().memory().smallSlots()).isEqualTo(Subject.SLOTS);
        assertThat(configuration.switchConfig().table().capacity()).isEqualTo(Subject.STATIONS);
    }

    @ParameterizedTest
    @CsvSource({"--starts, 0, is not from 1 to 999", "--seconds, 1, is not from 2 to 600"})
    void shouldRefuseAWrongOptionAndSayWhatIsRight(String option, String value, String explanation) {
        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(option, explanation);
    }

    private int execute(String... options) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(Stream.concat(Stream.of("bench", "startup"), Stream.of(options))
                        .toArray(String[]::new));
    }
}
