package io.isolane.tools.regress.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.ResultsWriter;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.regress.metric.Direction;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Machine MACHINE =
            new Machine("host", "a CPU", 2, "Linux", "a JVM", List.of(), List.of(), "1", "abc123", NOON);

    @TempDir
    private Path directory;

    @Test
    void shouldReadWhatASuiteWrote() throws Exception {
        StoredResults results = ResultFiles.read(written(
                result(Entry.Value.of("throughput", "frames/s", 1e6), Entry.Value.of("p99", "ns", 1234)),
                new Entry.End(true, 10)));

        assertThat(results.writer()).isEqualTo(Writer.SUITE);
        assertThat(results.date()).contains(NOON);
        assertThat(results.commit()).contains("abc123");
        assertThat(results.notes()).isEmpty();
        StoredMetric throughput = results.metrics().getFirst();
        assertThat(throughput.metric().benchmark()).isEqualTo("rfc2544/throughput");
        assertThat(throughput.metric().parameters())
                .containsEntry("device", "isolane learning")
                .containsEntry("frames", "64")
                .containsEntry("addresses", "256");
        assertThat(throughput.metric().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(throughput.samples().values()).containsExactly(1e6);
        assertThat(throughput.place().line()).isEqualTo(2);
        assertThat(throughput.settings()).containsEntry("workers", "1").doesNotContainKey("commit");
        assertThat(throughput.machine().facts()).containsEntry("cpu", "a CPU").containsEntry("cores", "2");
        assertThat(results.metrics().getLast().metric().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void shouldTellThePlacesOfACurveApart() throws Exception {
        StoredResults results = ResultFiles.read(written(
                result(
                        new Entry.Value("loss", 0.9, "%", 0, null, null),
                        new Entry.Value("loss", 1.0, "%", 2.5, null, null)),
                new Entry.End(true, 10)));

        assertThat(results.metrics())
                .extracting(metric -> metric.metric().parameters().get("at"))
                .containsExactly("0.9", "1");
    }

    @Test
    void shouldSayWhichFiguresHaveNoBetterWay() throws Exception {
        StoredResults results = ResultFiles.read(written(
                result(Entry.Value.of("throughput", "frames/s", 1e6), Entry.Value.of("flooded", "ports", 3)),
                new Entry.End(false, 10)));

        assertThat(results.metrics()).hasSize(1);
        assertThat(results.notes())
                .anyMatch(note -> note.contains("flooded (ports)"))
                .anyMatch(note -> note.contains(":3: the run was ended early"));
    }

    @Test
    void shouldRefuseARunThatWasCutOffBetweenTwoLines() {
        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(written(result(Entry.Value.of("throughput", "frames/s", 1e6)))))
                .withMessageContaining("suite.jsonl:2: the run was cut off after this line");
    }

    @Test
    void shouldRefuseARunOfAnotherSchema() throws Exception {
        Path file = written(result(Entry.Value.of("throughput", "frames/s", 1e6)), new Entry.End(true, 1));
        Files.writeString(file, Files.readString(file).replace("\"schema\":1", "\"schema\":7"));

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> ResultFiles.read(file))
                .withMessageContaining("suite.jsonl:1: schema 7, and this program reads 1");
    }

    private static Entry.Result result(Entry.Value... values) {
        Device device = new Device("isolane learning", "learning", 2, Map.of("workers", "1", "commit", "abc123"));
        return new Entry.Result("rfc2544/throughput", device, "64", 256, 0, List.of(values), List.of(), null);
    }

    private Path written(Entry... entries) throws IOException {
        Path file = directory.resolve("suite.jsonl");
        Entry.Run run = new Entry.Run(Entry.SCHEMA, "rfc2544", "isolane bench rfc2544", "quick", MACHINE);
        try (ResultsWriter writer = ResultsWriter.create(file, run)) {
            for (Entry entry : entries) {
                writer.write(entry);
            }
        }
        return file;
    }
}
