package io.isolane.tools.regress.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.isolane.tools.regress.metric.Direction;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFilesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldTakeAForkAndNotAnIterationForAValue() throws Exception {
        StoredResults results = ResultFiles.read(resource("jmh-average-time.json"));

        StoredMetric score = results.metrics().getFirst();
        assertThat(results.writer()).isEqualTo(Writer.JMH);
        assertThat(score.metric().label()).isEqualTo("PoolBenchmark.batch");
        assertThat(score.metric().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(score.place().line()).isEqualTo(22);
        assertThat(score.samples().values()).hasSize(3);
        assertThat(score.samples().values().getFirst())
                .isCloseTo((2.6634431521050557 + 1.8995445767166939) / 2, Offset.offset(1e-12));
        assertThat(score.machine().facts())
                .containsEntry("jvm", "OpenJDK 64-Bit Server VM 25.0.3+9-LTS")
                .containsEntry("flags", "--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC");
    }

    @Test
    void shouldCompareBytesForAnOperationAndSayWhatElseItLeavesOut() throws Exception {
        StoredResults results = ResultFiles.read(resource("jmh-average-time.json"));

        assertThat(results.metrics())
                .extracting(metric -> metric.metric().name())
                .containsExactly("score", "gc.alloc.rate.norm", "score", "gc.alloc.rate.norm");
        assertThat(results.notes()).singleElement().asString().contains("gc.alloc.rate, gc.count");
    }

    @Test
    void shouldTakePercentilesOfEachForksSamples() throws Exception {
        StoredResults results = ResultFiles.read(resource("jmh-sample-time.json"));

        assertThat(results.metrics())
                .extracting(metric -> metric.metric().name())
                .containsExactly("mean", "p50", "p99", "gc.alloc.rate.norm");
        assertThat(results.metrics().get(2).samples().values()).hasSize(2).allMatch(value -> value >= 1);
        assertThat(results.notes())
                .anyMatch(note -> note.contains("p99.9 is left out: a fork has fewer than 10000 samples"));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "0.75, 3", "0.76, 100", "0.25, 1", "1, 100"})
    void shouldTakeTheSmallestValueThatTheShareDoesNotExceed(double share, double value) throws Exception {
        Json fork = json("[[[1.0, 1], [2.0, 1]], [[3.0, 1], [100.0, 1]]]");

        assertThat(ForkHistogram.of(fork).at(share)).isEqualTo(value);
        assertThat(ForkHistogram.of(fork).mean()).isEqualTo(26.5);
    }

    @Test
    void shouldReadAFileThatWasCutOffNowhereInItsMiddle() throws Exception {
        String whole = Files.readString(resource("jmh-average-time.json"));

        for (int end = 1; end < whole.strip().length(); end += 97) {
            String part = whole.substring(0, end);
            int lines =
                    (int) part.chars().filter(character -> character == '\n').count() + 1;
            assertThatExceptionOfType(InvalidResultsException.class)
                    .as("the first %d characters", end)
                    .isThrownBy(() -> ResultFiles.read(file("part.json", part)))
                    .withMessageMatching("(?s).*part\\.json:\\d+: .*")
                    .satisfies(refused -> assertThat(line(refused)).isLessThanOrEqualTo(lines));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                         | bad.json:1: the file is empty",
                "'  \n '                                    | bad.json:1: the file is empty",
                "'[]'                                       | bad.json:1: the list of results is empty",
                "'[\n{\"benchmark\": \"a.B.c\",'            | the file ends in the middle of a value: it was cut off",
                "'Benchmark  Mode  Cnt'                     | bad.json:1: is not JSON",
                "'[{\"benchmark\": \"a.B.c\"}]'             | is not a result of JMH",
                "'[\n1\n]'                                  | bad.json:2: [0]: expected an object and found '1'",
                "'{\"schema\": \"other\"}'                  | schema 'other' is not one of results",
                "'{\"a\": 1}'                               | this JSON is not of results",
                "'{\"a\": 1,\n\"a\": 2}'                    | bad.json:2: 'a' stands twice",
                "'{\"schema\": \"isolane-regress-run\",\n\"version\": 9}' | bad.json:1: schema 'isolane-regress-run' version 9",
                "'{\"kind\": \"run\", \"schema\": 99}'      | schema 99, and this program reads 1",
            })
    void shouldSayWhichLineCannotBeUsedAndWhy(String content, String complaint) {
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(file("bad.json", content)))
                .withMessageContaining(complaint);
    }

    @Test
    void shouldRefuseAForkThatMeasuredNothing() {
        String text = JmhText.throughput("a.B.c").file(1, 2).replace("1.98", "\"NaN\"");

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(file("nan.json", text)))
                .withMessageContaining(
                        "nan.json:11: [0].primaryMetric.rawData[1][0]: expected a number and found 'NaN'");
    }

    @Test
    void shouldRefuseAUnitThatDoesNotSayWhichWayIsBetter() {
        String text = JmhText.throughput("a.B.c").mode("thrpt", "furlongs").file(1, 2);

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(file("unit.json", text)))
                .withMessageContaining("unit.json:10")
                .withMessageContaining("'furlongs' does not say which way is better");
    }

    @Test
    void shouldRefuseTheSameMetricTwiceInOneFile() {
        String entry = JmhText.throughput("a.B.c").entry(1, 2);

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(file("twice.json", JmhText.file(entry, entry))))
                .withMessageContaining("stands already on line 10; keep one of the two");
    }

    @Test
    void shouldReadADirectoryInTheOrderOfTheNumbersInItsNames() throws Exception {
        for (String name : List.of("run-10.json", "run-9.json", "run-1.json", "notes.txt")) {
            file(name, JmhText.throughput("a.B.c").file(1, 2));
        }

        assertThat(ResultFiles.readAll(directory))
                .extracting(results -> Path.of(results.file()).getFileName().toString())
                .containsExactly("run-1.json", "run-9.json", "run-10.json");
    }

    @Test
    void shouldSayThatADirectoryHasNoResults() {
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.readAll(directory))
                .withMessageContaining("no file ends in .json or .jsonl");
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(directory.resolve("missing.json")))
                .withMessageContaining("there is no such file");
    }

    private static int line(InvalidResultsException refused) {
        return Integer.parseInt(refused.getMessage().replaceAll("(?s).*part\\.json:(\\d+): .*", "$1"));
    }

    private Json json(String text) throws InvalidResultsException {
        try (JsonText values = new JsonText("text", text)) {
            return values.next().orElseThrow();
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path resource(String name) throws IOException {
        Path copy = directory.resolve(name);
        try (InputStream stream = ResultFilesTest.class.getResourceAsStream(name)) {
            Files.copy(stream, copy);
        }
        return copy;
    }
}
