package io.isolane.tools.regress.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** With real JVMs, whose figures are made up. */
final class GateCommandsTest {
    private static final List<String> QUICK = List.of(
            "--benchmark",
            "Frames",
            "--pairs",
            "7",
            "--warm-ups",
            "1",
            "--iterations",
            "1",
            "--iteration-ms",
            "1",
            "--background-compilation",
            "--jvm-arg",
            "-XX:TieredStopAtLevel=1",
            "--jvm-arg",
            "-XX:+UseSerialGC");

    @TempDir
    private Path directory = Path.of("");

    private String jar = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void pack() throws IOException {
        jar = PretendJmh.jar(directory, "first").toString();
    }

    /** By so much that no ruler of a busy machine takes the call back. */
    @Test
    void shouldSaySlowerUntilItIsAcceptedAndAgainIfItGetsWorse() throws IOException {
        String level = directory.resolve("level.json").toString();
        Path file = directory.resolve("run.json");

        assertThat(slowed("100", "--out", file.toString(), "--level", level, "--accept", "checks every tag"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("Accepted in " + level + ": 1 of 1 metrics, because checks every tag.");
        RunResult result = RunFile.read(file);
        assertThat(result.isFinished()).isTrue();
        assertThat(result.forks()).hasSize(28);
        assertThat(result.ruler()).hasSize(29);
        assertThat(result.comparison().verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(result.comparison().judgements().getFirst().effect()).isBetween(-0.5001, -0.4999);

        assertThat(slowed("300", "--level", level)).isEqualTo(1);
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("checks every tag), and it is worse than that");
    }

    @Test
    void shouldWaitForAnotherJmh() throws IOException {
        Path lock = Files.writeString(directory.resolve("lock"), "");

        assertThat(run("--jvm-arg", "-Dpretend.lock=" + lock))
                .as(err.toString())
                .isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void shouldProveInAsManyGoesAsOneLikes() throws IOException {
        assertThat(prove(jar, "--runs", "1")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("so far 1 runs: 0 faster, 0 slower, 1 same, 0 inconclusive; calls 0.00 %");
        Path file = directory.resolve("runs/run-001.json");
        String kept = Files.readString(file);

        assertThat(prove(jar, "--runs", "1")).isZero();
        assertThat(out.toString()).contains("1 rounds, of before", "so far 1 runs:");
        assertThat(file).hasContent(kept);

        assertThat(prove(PretendJmh.jar(directory, "second").toString(), "--runs", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("run-001.json: a run with another proof's options: the jar was ");
        assertThat(prove(jar, "--runs", "2", "--slowdown", "5")).isEqualTo(2);
        assertThat(err.toString()).contains("the candidate's JVM was [");

        Files.writeString(file, kept.replace("\"cores\":\"", "\"cores\":\"9"));
        assertThat(prove(jar, "--runs", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("run-001.json: of an unlike machine or JVM (cores: 9");

        Files.writeString(file, kept.replace("\"isFinished\":true", "\"isFinished\":false"));
        assertThat(prove(jar, "--runs", "1")).isZero();
        assertThat(out.toString()).doesNotContain("of before");
    }

    @Test
    void shouldShowWhyAForkFailed() {
        assertThat(prove(jar, "--jvm-arg", "-Dpretend.failure=ring-is-full")).isEqualTo(2);
        assertThat(out.toString())
                .contains("run-001.json failed and is measured once more: the ", " gave no result; it printed:")
                .contains("java.lang.IllegalStateException: ring-is-full");
        assertThat(err.toString()).contains("ring-is-full");
    }

    @Test
    void shouldRefuseBeforeAnythingIsMeasured() {
        assertThat(run("--out", directory.resolve("none/run.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no directory").doesNotContain("first look");
        assertThat(run("--accept", "why not")).isEqualTo(2);
        assertThat(err.toString()).contains("--accept needs a reason, and --level FILE to keep it in");
        assertThat(run("--jvm-arg", "-XX:+UseNoSuchThing")).isEqualTo(2);
        assertThat(err.toString())
                .contains("the JVM does not start with -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UseNoSuchThing");
        assertThat(prove(jar, "--runs", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("'--runs': 0 is not from 1 to 999");
        assertThat(prove("no-such-thing")).isEqualTo(2);
        assertThat(err.toString()).contains("'no-such-thing' is neither a jar nor a commit of ");
    }

    private int slowed(String percent, String... options) {
        List<String> slowed = List.of("--candidate-jvm-arg", "-Disolane.benchmark.slowdown=" + percent);
        return run(Stream.concat(slowed.stream(), Stream.of(options)).toArray(String[]::new));
    }

    private int run(String... options) {
        List<String> both = List.of("--baseline", jar, "--candidate", jar);
        return execute(new RegressRunCommand(), Stream.of(QUICK, both, List.of(options)));
    }

    private int prove(String subject, String... options) {
        List<String> where =
                List.of("--subject", subject, "--dir", directory.resolve("runs").toString());
        return execute(new ProveCommand(), Stream.of(QUICK, where, List.of(options)));
    }

    private int execute(Callable<Integer> command, Stream<List<String>> options) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(options.flatMap(List::stream).toArray(String[]::new));
    }
}
