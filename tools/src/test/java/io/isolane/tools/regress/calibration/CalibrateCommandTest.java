package io.isolane.tools.regress.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

final class CalibrateCommandTest {
    /** Taken over more than two hours from live runs of the gate; the README says how. */
    private static final Path FORKS =
            Path.of("src", "test", "resources", "io", "isolane", "tools", "regress", "calibration", "forks.jsonl");

    @TempDir
    private Path directory = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void shouldKeepItsLimitsOnForksOfRealRuns() {
        assertThat(calibrate("--pool", FORKS.toString(), "--draws", "2000"))
                .as(out + "\n" + err)
                .isZero();
        assertThat(out.toString()).contains("at most 1 % are allowed: kept.", "at least 95 % are asked: kept.");
    }

    @Test
    void shouldKeepItsLimitsUnderLittleNoise() throws IOException {
        Path pool = pool(0.01);
        Path json = directory.resolve("calibration.json");

        assertThat(calibrate("--pool", pool.toString(), "--draws", "400", "--json", json.toString()))
                .as(out + "\n" + err)
                .isZero();
        assertThat(out.toString()).contains("at most 1 % are allowed: kept.", "at least 95 % are asked: kept.");
        assertThat(Files.readString(json))
                .startsWith("{\"schema\":\"isolane-regress-calibration\",\"version\":1,")
                .contains("\"slowdown\":0.1,", "\"SLOWER\":{\"count\":400,\"total\":400,");
    }

    @Test
    void shouldFailWhereTheNoiseHidesTheSlowdown() throws IOException {
        Path pool = pool(0.2);

        assertThat(calibrate("--pool", pool.toString(), "--draws", "100", "--slowdowns", "0,5"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("at most 1 % are allowed: kept.", "at least 95 % are asked: NOT KEPT.");
    }

    @Test
    void shouldDrawTheSameWithTheSameSeed() throws IOException {
        Path pool = pool(0.03);
        calibrate("--pool", pool.toString(), "--draws", "60", "--seed", "3");
        String first = out.toString();
        calibrate("--pool", pool.toString(), "--draws", "60", "--seed", "3");

        assertThat(out).hasToString(first);
    }

    @Test
    void shouldRefuseAPoolThatIsSmallerThanAnExperiment() throws IOException {
        RunFile.write(Runs.run(1, 0, 0.001), directory.resolve("run.json"));
        Path pool = directory.resolve("forks.jsonl");
        pool("--out", pool.toString(), directory.toString());

        assertThat(calibrate("--pool", pool.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("the pool has 32 forks, and an experiment of 16 pairs a round takes up to 128");
    }

    @Test
    void shouldRefuseWhatIsOutOfRange() {
        assertThat(calibrate("--pool", "none", "--draws", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("'--draws': 0 is not from 1 to 1000000");
    }

    @Test
    void shouldTakeForksOnceHoweverOftenTheyAreNamed() throws IOException {
        Path pool = pool(0.01);
        int lines = Files.readAllLines(pool).size();

        assertThat(pool("--out", pool.toString(), pool.toString(), directory.toString()))
                .isZero();
        assertThat(Files.readAllLines(pool)).hasSize(lines);
    }

    @Test
    void shouldNotMixUnlikeMachines() throws IOException {
        pool(0.01);
        Path other = directory.resolve("run-99.json");
        Path first = directory.resolve("run-1.json");
        Files.writeString(other, Files.readString(first).replace("\"cores\":\"2\"", "\"cores\":\"64\""));
        String pool = directory.resolve("mixed.jsonl").toString();

        assertThat(pool("--out", pool, first.toString(), other.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("of an unlike machine or JVM (cores: 2 and 64)");
        assertThat(pool("--out", pool, "--allow-unlike-machines", first.toString(), other.toString()))
                .isZero();
    }

    @Test
    void shouldNotMixJars() throws IOException {
        pool(0.01);
        Path other = directory.resolve("run-99.json");
        Files.writeString(
                other, Files.readString(directory.resolve("run-1.json")).replace("01ab", "02cd"));

        assertThat(pool("--out", directory.resolve("mixed.jsonl").toString(), directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("run-99.json: not of this pool, whose jar is 01ab; here it is 02cd");
    }

    private Path pool(double noise) throws IOException {
        for (int run = 1; run <= 6; run++) {
            RunFile.write(Runs.run(run, 0, noise), directory.resolve("run-" + run + ".json"));
        }
        Path pool = directory.resolve("forks.jsonl");
        assertThat(pool("--out", pool.toString(), directory.toString()))
                .as(err.toString())
                .isZero();
        return pool;
    }

    private int calibrate(String... options) {
        return execute(new CalibrateCommand(), options);
    }

    private int pool(String... options) {
        return execute(new PoolCommand(), options);
    }

    private int execute(Callable<Integer> command, String... options) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(options);
    }
}
