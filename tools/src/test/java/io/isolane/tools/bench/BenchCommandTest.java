package io.isolane.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.report.Report;
import io.isolane.tools.bench.report.Report.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--mode, hub, 'is not an isolation mode: use one of shared-medium, host-shielded, learning'",
        "--seconds, 0, is not from 1 to 600",
        "--seconds, soon, is not an int",
        "--frame-size, 59, is not from 60 to 9216",
        "--addresses, 5, is not from 6 to 1048576",
        "--rate, 10000001, is not from 1000 to 10000000",
        "--colour, red, Unknown options",
    })
    void shouldRefuseAWrongOptionAndSayWhatIsRight(String option, String value, String explanation) {
        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(option, explanation);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldRefuseAFileThatCannotBeWrittenBeforeItMeasures(@TempDir Path directory) {
        Path nowhere = directory.resolve("missing").resolve("bench.json");

        assertThat(execute("--json", nowhere.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("--json", "cannot write to " + nowhere);
    }

    @Test
    void shouldExplainItselfWithExamples() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "isolane bench --json bench.json", "private-vlan");
    }

    @Test
    void shouldPrintTheReportAndWriteTheSameAsJson(@TempDir Path directory) throws IOException {
        Path json = directory.resolve("bench.json");

        assertThat(execute("--mode", "learning", "--seconds", "1", "--json", json.toString()))
                .isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("no switch "))
                .anyMatch(line -> line.startsWith("learning "))
                .noneMatch(line -> line.startsWith("shared-medium "))
                .first()
                .asString()
                .startsWith("host ");
        assertThat(errors.toString()).contains("isolane bench: measuring throughput");
        assertThat(Files.readString(json)).contains("\"name\" : \"learning\"");
    }

    @Test
    void shouldExplainEveryKeyOfTheJsonFile() {
        execute("--help");
        String help = out.toString();

        assertThat(keysOf(Report.class))
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(help).containsPattern("\\b" + key + "\\b"));
    }

    private static Stream<String> keysOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            Class<?> inner = component.getName().equals("rows") ? Row.class : component.getType();
            return Stream.concat(Stream.of(component.getName()), inner.isRecord() ? keysOf(inner) : Stream.empty());
        });
    }

    private int execute(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
