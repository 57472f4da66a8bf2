package io.isolane.tools.regress.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.report.Format;
import io.isolane.tools.regress.stored.JmhText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareCommandTest {
    private static final double[] FORKS = {10.00, 10.02, 9.99, 10.01, 10.03, 9.98, 10.04, 9.97};
    private static final JmhText THROUGHPUT = JmhText.throughput("io.isolane.FrameBenchmark.forward");
    private static final JmhText TIME = THROUGHPUT.mode("avgt", "ns/op");

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path directory;

    private Path before = Path.of("");
    private Path after = Path.of("");

    @BeforeEach
    void nameTheFiles() {
        before = directory.resolve("before.json");
        after = directory.resolve("after.json");
    }

    @ParameterizedTest
    @CsvSource({
        "thrpt, ops/us, 0.90, 1, slower",
        "thrpt, ops/us, 1.10, 0, faster",
        "thrpt, ops/us, 1.00, 0, same",
        "avgt, ns/op, 0.90, 0, faster",
        "avgt, ns/op, 1.10, 1, slower",
        "ss, ms/op, 1.10, 1, slower",
    })
    void shouldTakeTheDirectionFromTheUnit(String mode, String unit, double factor, int code, String verdict)
            throws IOException {
        JmhText text = THROUGHPUT.mode(mode, unit);
        write(text.file(FORKS), text.file(times(factor)));

        assertThat(compare()).as(errors.toString()).isEqualTo(code);
        assertThat(out.toString()).contains("Verdict: " + verdict, "FrameBenchmark.forward");
    }

    @Test
    void shouldSayInconclusiveAndAskForForksWhereThereIsOneOnASide() throws IOException {
        write(THROUGHPUT.file(10), THROUGHPUT.file(5));

        assertThat(compare()).isEqualTo(3);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("1 and 1 forks, and iterations of one fork are not independent; measure with -f 4");
    }

    @Test
    void shouldAnswerAlikeWhicheverSideIsFirst() throws IOException {
        write(TIME.file(FORKS), TIME.file(times(1.2)));

        assertThat(execute(before.toString(), after.toString())).isEqualTo(1);
        assertThat(execute(after.toString(), before.toString())).isZero();
    }

    @Test
    void shouldListMetricsThatOneFileLacks() throws IOException {
        JmhText other = JmhText.throughput("io.isolane.FrameBenchmark.drop");
        JmhText third = JmhText.throughput("io.isolane.FrameBenchmark.flood");
        write(
                JmhText.file(THROUGHPUT.entry(FORKS), other.entry(FORKS)),
                JmhText.file(THROUGHPUT.entry(FORKS), third.entry(FORKS)));

        assertThat(compare()).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "before.json, so not judged: FrameBenchmark.drop.",
                        "after.json, so not judged: FrameBenchmark.flood.");
    }

    @Test
    void shouldRefuseOtherUnitsWithTheLinesOfBoth() throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.mode("thrpt", "ops/ms").file(FORKS));

        assertThat(compare()).isEqualTo(2);
        assertThat(errors.toString()).contains(before + ":10 has", "in ops/us", after + ":10 in ops/ms", "-tu");
    }

    @Test
    void shouldRefuseOtherBenchmarksAndOtherParameters() throws IOException {
        write(THROUGHPUT.file(FORKS), JmhText.throughput("io.isolane.Other.one").file(FORKS));
        assertThat(compare()).isEqualTo(2);
        assertThat(errors.toString()).contains("no benchmark is in both", before + ":10", "io.isolane.Other.one");

        write(
                THROUGHPUT.with("size", "64").file(FORKS),
                THROUGHPUT.with("size", "128").file(FORKS));
        assertThat(compare()).isEqualTo(2);
        assertThat(errors.toString()).contains("no parameters are in both", "{size=64}", "{size=128}");
    }

    @Test
    void shouldRefuseUnlikeJvmsUnlessTheyAreAllowed() throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.vm("21.0.1").file(FORKS));

        assertThat(compare()).isEqualTo(2);
        assertThat(errors.toString()).contains(before + ":10", "25.0.3+9-LTS", "21.0.1", "--allow-unlike-machines");
        assertThat(out.toString()).isEmpty();

        assertThat(compare("--allow-unlike-machines")).isZero();
        assertThat(out.toString()).contains("Unlike machines or JVMs, compared because");
    }

    @Test
    void shouldSayWhatJmhDoesNotKnow() throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.file(FORKS));

        compare();
        assertThat(out.toString()).contains("JMH's files do not name the machine");
    }

    @Test
    void shouldRemarkOnOtherSettings() throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.file(FORKS).replace("100 ms", "2 s"));

        assertThat(compare()).isZero();
        assertThat(out.toString()).contains("measurementTime 100 ms and 2 s");
    }

    @Test
    void shouldTakeTheFilesOfADirectoryForRepetitions() throws IOException {
        Path old = Files.createDirectory(directory.resolve("old"));
        Path young = Files.createDirectory(directory.resolve("new"));
        for (int i = 0; i < FORKS.length; i++) {
            Files.writeString(old.resolve(i + ".json"), TIME.file(FORKS[i]));
            Files.writeString(young.resolve(i + ".json"), TIME.file(1.1 * FORKS[i]));
        }

        assertThat(execute(old.toString(), young.toString())).isEqualTo(1);
    }

    @Test
    void shouldJudgeOnlyWhatWasSelected() throws IOException {
        JmhText other = JmhText.throughput("io.isolane.FrameBenchmark.drop");
        write(
                JmhText.file(THROUGHPUT.entry(FORKS), other.entry(FORKS)),
                JmhText.file(THROUGHPUT.entry(times(0.5)), other.entry(FORKS)));

        assertThat(compare("--only", "drop")).isZero();
        assertThat(compare("--only", "forward$")).isEqualTo(2);
        assertThat(errors.toString()).contains("no metric fits --only 'forward$'");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void shouldWriteEveryFormatIntoAFileAndPrintNothing(Format format) throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.file(times(0.8)));
        Path report = directory.resolve("report");

        assertThat(compare("--format", format.toString(), "--out", report.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(report)).contains("slower", "forward");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[{\"benchmark\": 1}]", "not json", "[]", "{}"})
    void shouldRefuseEveryUnusableFileInOneLineWithoutAStackTrace(String content) throws IOException {
        write(THROUGHPUT.file(FORKS), content);

        assertThat(compare()).isEqualTo(2);
        assertThat(errors.toString().lines())
                .singleElement()
                .asString()
                .startsWith("isolane regress compare: " + after + ":1");
    }

    @ParameterizedTest
    @CsvSource({"--threshold, 0", "--threshold, 51", "--confidence, 100", "--format, pdf", "--only, (", "--colour, red"
    })
    void shouldRefuseAWrongOption(String option, String value) throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.file(FORKS));

        assertThat(compare(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(option);
    }

    @Test
    void shouldRefuseAReportThatCannotBeWritten() throws IOException {
        write(THROUGHPUT.file(FORKS), THROUGHPUT.file(FORKS));

        assertThat(compare("--out", directory.resolve("missing").resolve("x").toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--out", "cannot be written");
    }

    private void write(String baseline, String candidate) throws IOException {
        Files.writeString(before, baseline);
        Files.writeString(after, candidate);
    }

    private static double[] times(double factor) {
        return DoubleStream.of(FORKS).map(value -> value * factor).toArray();
    }

    private int compare(String... options) {
        return execute(Stream.concat(Stream.of(before.toString(), after.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return new CommandLine(new CompareCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
