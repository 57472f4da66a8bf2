package io.isolane.tools.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Results;
import io.isolane.tools.bench.results.ResultsReader;
import io.isolane.tools.bench.rfc2544.Rfc2544;
import io.isolane.tools.bench.rfc2889.Rfc2889;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SuiteCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--mode hub | is not an isolation mode",
                "--frame-size 63 | 63 is not from 64 to 9000",
                "--frame-size 9001 | 9001 is not from 64 to 9000",
                "--frame-size small | 'small' is neither a length from 64 to 9000 nor imix",
                "--addresses 3 | 3 is not from 4 to 1048576",
                "--addresses 1048577 | 1048577 is not from 4 to 1048576",
                "--vlan some | 'some' is none of none, access, access-to-trunk, tunnel",
                "--ports 3 | 3 is not an even number from 2 to 16",
                "--rings 100 | rings of 100 frames: use a power of two",
                "--repeat 0 | 0 is not from 1 to 1000",
                "--max-rate 0 | 0.0 is not from 1 to 1000000000",
                "--quick --full | mutually exclusive",
                "--dut hub | device 'hub'",
                "--dut packet:a | it has 1 interface",
                "--dut packet:a,b --mode learning | is for one switch in memory",
                "--dut packet:a,b --rings 64 | is for the switch in memory",
                "--ageing 3 | is for a device between interfaces",
                "--out pom.xml | pom.xml is no directory",
                "nothing | There is no test 'nothing' in this suite: use throughput, latency, frame-loss"
            })
    void shouldRefuseAWrongCommandLineAndSayWhatIsRight(String arguments, String explanation) {
        assertThat(execute(new Rfc2544Command(), arguments.split(" ", -1))).isEqualTo(2);
        assertThat(errors.toString()).contains(explanation);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNameTheTestsThatAPartOfANameMayMean() {
        assertThat(execute(new Rfc2889Command(), "address")).isEqualTo(2);
        assertThat(errors.toString())
                .contains(
                        "Several tests are called 'address': use one of address-caching-capacity, address-learning-rate");
    }

    @Test
    void shouldListEveryTestOfItsSuiteInItsHelp() {
        execute(new Rfc2544Command(), "--help");
        execute(new Rfc2889Command(), "--help");
        String help = out.toString().replaceAll("-\\s+", "-");

        assertThat(Stream.concat(Rfc2544.tests().stream(), Rfc2889.tests().stream()))
                .allSatisfy(test -> assertThat(help).contains(TestChoice.shortName(test)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--loss 0", "--loss 1", "--minutes 0", "--hours 1 --minutes 1", "--hours 1001"})
    void shouldRefuseASoakThatCannotEnd(String arguments) {
        assertThat(execute(new SoakCommand(), arguments.split(" ", -1))).isEqualTo(2);
    }

    @Test
    void shouldRefuseToWriteOverResults() throws Exception {
        Files.writeString(directory.resolve("results.jsonl"), "precious");

        assertThat(execute(new ScaleCommand(), "--out", directory.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("has results already; name another directory");
        assertThat(directory.resolve("results.jsonl")).hasContent("precious");
    }

    @Test
    void shouldNameAnInterfaceThatIsMissing() {
        int exitCode = execute(
                new MlrSearchCommand(),
                "--quick",
                "--max-rate",
                "1000",
                "--dut",
                "packet:nosuch0,nosuch1",
                "--out",
                directory.resolve("missing").toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString()).contains("isolane bench: ").doesNotContain("Exception");
    }

    @Test
    void shouldExplainEveryCommandWithItsExitCodesAndExamples() {
        Stream.of(
                        new Rfc2544Command(),
                        new Rfc2889Command(),
                        new MlrSearchCommand(),
                        new SoakCommand(),
                        new ScaleCommand())
                .forEach(command -> {
                    execute(command, "--help");
                    assertThat(out.toString())
                            .contains("Exit codes:", "130 interrupted", "Examples:", "--quick", "shared-medium")
                            .doesNotContain("%%");
                    out.getBuffer().setLength(0);
                });
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void shouldSearchASwitchInMemoryAndKeepEveryTrial() throws Exception {
        Path results = directory.resolve("run");

        int exitCode = execute(
                new MlrSearchCommand(),
                "--quick",
                "--mode",
                "learning",
                "--max-rate",
                "20000",
                "--addresses",
                "8",
                "--out",
                results.toString());

        assertThat(exitCode).isZero();
        assertThat(errors.toString().lines()).first().asString().startsWith("isolane bench: about ");
        assertThat(out.toString()).contains("NDR/50", "PDR/50", "RFC2544/50", "The tester alone", "--max-rate");
        Results read = ResultsReader.read(results.resolve("results.jsonl"));
        assertThat(read.trials())
                .filteredOn(trial -> !trial.note().startsWith("done again"))
                .isNotEmpty()
                .allMatch(trial -> !trial.bounds().isEmpty());
        assertThat(read.results()).extracting(Entry.Result::addresses).containsExactly(8);
        assertThat(results.resolve("report.html")).isNotEmptyFile();
        assertThat(results.resolve("svg")).isNotEmptyDirectory();
    }

    @Test
    void shouldKeepWhatIsFinishedWhenItIsInterrupted() throws Exception {
        Path results = directory.resolve("run");
        StringWriter progress = new StringWriter() {
            @Override
            public void write(String text, int from, int count) {
                super.write(text, from, count);
                if (text.contains("trial 3,")) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        int exitCode = new CommandLine(new SoakCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(progress, true))
                .execute("--minutes", "0.2", "--max-rate", "20000", "--out", results.toString());

        assertThat(exitCode).isEqualTo(130);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(out.toString()).contains("critical load at 1.0E-7", "2 trials");
        assertThat(Files.readAllLines(results.resolve("results.jsonl")))
                .filteredOn(line -> line.contains("\"note\":\"trial "))
                .hasSize(2);
        assertThat(Files.readAllLines(results.resolve("results.jsonl")))
                .last()
                .asString()
                .contains("\"kind\":\"end\"", "\"complete\":false");
    }

    private int execute(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
