package io.isolane.tools.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.tools.bench.results.Entry.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTest {
    private static final SampleRun SAMPLE = SampleRun.usual();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("results.jsonl");
        SAMPLE.write(file);
    }

    @Test
    void shouldReadBackEveryEntryThatWasWritten() throws Exception {
        assertThat(ResultsReader.read(file).entries()).isEqualTo(SAMPLE.entries());
    }

    @Test
    void shouldHaveEachLineInTheFileBeforeTheNextIsWritten() throws Exception {
        Path other = directory.resolve("other.jsonl");
        try (ResultsWriter writer =
                ResultsWriter.create(other, (Entry.Run) SAMPLE.entries().getFirst())) {
            for (Entry entry : SAMPLE.entries().subList(1, 5)) {
                writer.write(entry);
                assertThat(ResultsReader.readPartial(other).trials().size()
                                + ResultsReader.readPartial(other).selfTests().size()
                                + ResultsReader.readPartial(other).results().size())
                        .isEqualTo(SAMPLE.entries().indexOf(entry));
            }
        }
    }

    @Test
    void shouldWriteTheKindFirstAndTheSchemaIntoTheFirstLine() throws IOException {
        assertThat(Files.readAllLines(file).getFirst())
                .startsWith("{\"kind\":\"run\",\"schema\":1,\"suite\":\"rfc2544\"");
    }

    @Test
    void shouldRefuseALineThatWasCutOffAndSayWhatIsLeft() throws IOException {
        List<String> lines = Files.readAllLines(file);
        String cut = lines.get(11).substring(0, 70);
        Files.writeString(file, String.join("\n", lines.subList(0, 11)) + "\n" + cut);

        assertProblem(12, "the line was cut off; add --partial to report the " + trials(11) + " trials before");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 200})
    void shouldRefuseAFileWithoutItsEnd(int lost) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int left = Math.max(1, lines.size() - lost);
        Files.write(file, lines.subList(0, left));

        assertProblem(left, "the last line is not one of kind 'end'");
    }

    @Test
    void shouldReadWhatIsLeftOfARunThatWasKilledIfAskedTo() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 11)) + "\n" + lines.get(11).substring(0, 70));

        Results results = ResultsReader.readPartial(file);

        assertThat(results.trials()).hasSize(trials(11));
        assertThat(results.end()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | \"schema\":1 | \"schema\":2 | schema 2 is not the one this version reads, 1",
                "1 | \"schema\":1 | \"schema\":\"1\" | schema \"1\" is not the one this version reads, 1",
                "1 | \"schema\":1, | | the key 'schema' is missing",
                "1 | \"cores\":2 | \"cores\":\"two\" | 'machine.cores' is not a whole number",
                "1 | \"date\":\"2026-03-01T12:00:00Z\" | \"date\":\"today\" | 'machine.date' is not a time",
                "2 | \"selfTest\" | \"selfcheck\" | kind \"selfcheck\" is not known; known are end, result, run, selfTest, trial",
                "2 | \"ceiling\" | \"celling\" | the key 'celling' is not known here",
                "3 | \"vlans\":1 | \"vlans\":1.5 | 'vlans' is not a whole number",
                "3 | \"frames\":\"64\" | \"frames\":null | 'frames' is null",
                "3 | \"lossRatio\":0. | \"lossRatio\":\"much\",\"x\":0. | the key 'x' is not known here",
                "3 | \"intended\": | \"intended\":[],\"intended\": | this is not JSON",
                "3 | {\"kind\":\"trial\" | {\"kind\":\"run\" | is not known here",
                "3 | } | ]] | this is not JSON",
                "12 | frames/s | Mpps | the unit 'Mpps' of 'throughput' is not known; known are %, addresses, addresses/s",
                "12 | \"low\": | \"lower\":1,\"low\": | the key 'values[0].lower' is not known here",
            })
    void shouldNameTheLineAndTheValueThatIsWrong(int line, String right, String wrong, String problem)
            throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        assertThat(lines.get(line - 1)).contains(right);
        lines.set(line - 1, lines.get(line - 1).replace(right, wrong == null ? "" : wrong));
        Files.write(file, lines);

        assertProblem(line, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the file is empty",
                "[ | it looks like JMH's JSON, which 'isolane regress compare' reads",
                "{ | it looks like the report of 'isolane bench --json', which has no charts",
                "hello | this is not a results file of 'isolane bench': one begins with",
            })
    void shouldRefuseWhatIsNoResultsFile(String content, String problem) throws IOException {
        Files.writeString(file, content + "\n");

        assertProblem(1, problem);
    }

    @Test
    void shouldRefuseAFileThatLacksItsBegin() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, lines.size()));

        assertProblem(1, "the first line must be of kind 'run'");
    }

    @Test
    void shouldRefuseTwoRunsInAFile() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int count = lines.size();
        lines.addAll(List.copyOf(lines));
        Files.write(file, lines);

        assertProblem(count + 1, "put each run into a file of its own");
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        file = directory.resolve("nothing.jsonl");

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultsReader.read(file))
                .withMessage(file + ": there is no such file");
    }

    @Test
    void shouldRefuseADirectory() {
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultsReader.read(directory))
                .withMessage(directory + ": this is a directory: name the results.jsonl in it");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void shouldHoldNoFigureThatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of("throughput", "frames/s", value))
                .withMessageContaining("is not finite");
    }

    private static int trials(int lines) {
        return (int) SAMPLE.entries().stream()
                .limit(lines)
                .filter(Entry.Trial.class::isInstance)
                .count();
    }

    private void assertProblem(int line, String problem) {
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultsReader.read(file))
                .withMessageStartingWith(file + ":" + line + ": ")
                .withMessageContaining(problem);
    }
}
