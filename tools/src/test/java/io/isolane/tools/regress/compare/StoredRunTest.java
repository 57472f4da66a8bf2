package io.isolane.tools.regress.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.result.RunResult.Measured;
import io.isolane.tools.regress.stored.JmhText;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoredRunTest {
    private static final Metric THROUGHPUT =
            Metric.of("io.isolane.FrameBenchmark.forward", Map.of(), Metric.SCORE, "ops/us");
    private static final int PAIRS = 8;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldShowTheVerdictThatARunKept() throws IOException {
        assertThat(compare("--format", "markdown", run("run.json", "cpu one", 10, 9)))
                .isEqualTo(1);
        assertThat(out.toString()).contains("### Performance: slower", "FrameBenchmark.forward");
    }

    @Test
    void shouldCompareWhatWasNewInEachOfTwoRuns() throws IOException {
        assertThat(compare(run("old.json", "cpu one", 5, 10), run("new.json", "cpu one", 5, 9)))
                .isEqualTo(1);
        assertThat(compare(run("old.json", "cpu one", 5, 10), run("new.json", "cpu one", 50, 10)))
                .isZero();
    }

    @Test
    void shouldRefuseRunsOfUnlikeMachines() throws IOException {
        assertThat(compare(run("old.json", "cpu one", 10, 10), run("new.json", "cpu two", 10, 10)))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("old.json:1 and ", "new.json:1: cpu: cpu one and cpu two");
    }

    @Test
    void shouldRefuseARunThatWasCutOff() throws IOException {
        String whole = run("run.json", "cpu one", 10, 10);
        Files.writeString(Path.of(whole), Files.readString(Path.of(whole)).substring(0, 400));

        assertThat(compare(whole, whole)).isEqualTo(2);
        assertThat(errors.toString().lines()).singleElement().asString().contains("run.json:1: ", "cut off");
    }

    @Test
    void shouldRefuseToCompareARunWithAJmhFile() throws IOException {
        Path jmh = Files.writeString(
                directory.resolve("jmh.json"),
                JmhText.throughput("io.isolane.FrameBenchmark.forward").file(1, 2));

        assertThat(compare(run("run.json", "cpu one", 10, 10), jmh.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("is a file of 'regress run' and", "is a JMH result");
        assertThat(compare(jmh.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("has no verdict of its own; name a second file");
    }

    private String run(String name, String cpu, double baseline, double candidate) throws IOException {
        Path file = directory.resolve(name);
        Fingerprint machine = Fingerprint.of(Map.of("cpu", cpu));
        Comparison comparison = new Comparison(
                new Side("old", machine, List.of()),
                new Side("new", machine, List.of()),
                0.03,
                List.of(new Judge(0.03, 0.95).paired(samples(baseline), samples(candidate))),
                List.of());
        RunFile.write(
                new RunResult(
                        RunResult.SCHEMA,
                        RunResult.VERSION,
                        "1",
                        Instant.EPOCH,
                        true,
                        1,
                        Design.of(0.03, PAIRS, 100),
                        new JmhSettings("FrameBenchmark", List.of(), List.of(), 1, 2, 3),
                        new Measured("old", "00", List.of()),
                        new Measured("new", "11", List.of()),
                        machine,
                        List.of(),
                        List.of("first look"),
                        IntStream.range(0, PAIRS)
                                .boxed()
                                .flatMap(pair -> Stream.of(
                                        fork(pair, Role.BASELINE, baseline), fork(pair, Role.CANDIDATE, candidate)))
                                .toList(),
                        comparison),
                file);
        return file.toString();
    }

    private static Samples samples(double level) {
        return new Samples(
                THROUGHPUT,
                IntStream.range(0, PAIRS).mapToObj(pair -> value(pair, level)).toList());
    }

    private static Fork fork(int pair, Role role, double level) {
        Reading reading = new Reading(THROUGHPUT, value(pair, level), List.of());
        return new Fork(
                new Slot(0, pair, 2 * pair + role.label().length() % 2, role), Instant.EPOCH, 1, List.of(reading));
    }

    private static double value(int pair, double level) {
        return level * (1 + 0.001 * pair);
    }

    private int compare(String... arguments) {
        return new CommandLine(new CompareCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
