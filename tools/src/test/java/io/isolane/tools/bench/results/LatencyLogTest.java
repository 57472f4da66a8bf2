package io.isolane.tools.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyLogTest {
    private static final String TAG = "rfc2544/latency/isolane-learning/64/1.0";

    @TempDir
    private Path directory;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        Path results = directory.resolve("results.jsonl");
        log = directory.resolve("results.hlog");
        SampleRun.usual().write(results);
    }

    @Test
    void shouldBeReadByTheReaderOfHdrHistogram() throws IOException {
        List<String> tags = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            while (reader.hasNext()) {
                EncodableHistogram interval = reader.nextIntervalHistogram();
                tags.add(interval.getTag());
                assertThat(((Histogram) interval).getTotalCount()).isEqualTo(SampleRun.LOGGED);
                assertThat(interval.getEndTimeStamp() - interval.getStartTimeStamp())
                        .isEqualTo(500);
            }
        }

        assertThat(tags)
                .startsWith(TAG, TAG + LatencyLog.SENDER, TAG + LatencyLog.DEVICE)
                .hasSize(3 * 3 * 4 * 3);
    }

    @Test
    void shouldHaveTheValuesThatTheResultsSumUp() throws Exception {
        Results results = ResultsReader.read(directory.resolve("results.jsonl"));
        LatencyHistograms histograms = LatencyHistograms.read(log);

        assertThat(results.results())
                .filteredOn(result -> result.hlog() != null)
                .isNotEmpty()
                .allSatisfy(result -> {
                    Histogram histogram =
                            histograms.get(String.valueOf(result.hlog())).orElseThrow();
                    assertThat(Percentiles.of(histogram))
                            .containsExactlyEntriesOf(result.values().stream()
                                    .collect(
                                            LinkedHashMap::new,
                                            (map, value) -> map.put(value.name(), value.value()),
                                            Map::putAll));
                });
    }

    @Test
    void shouldAddUpTheTrialsOfATag() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.add(lines.get(5));
        Files.write(log, lines);

        assertThat(LatencyHistograms.read(log).get(TAG).orElseThrow().getTotalCount())
                .isEqualTo(2 * SampleRun.LOGGED);
    }

    @Test
    void shouldNameTheLineThatWasCutOff() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(7, lines.get(7).substring(0, 120));
        Files.write(log, lines);

        assertThatExceptionOfType(InvalidResultsException.class)
                .isThrownBy(() -> LatencyHistograms.read(log))
                .withMessageStartingWith(log + ":8: this is no interval of an HdrHistogram log");
    }

    @Test
    void shouldMakeTagsThatALogCanHold() {
        assertThat(LatencyLog.tag("rfc2544/latency", "packet:veth0,veth1 fast", 64, 0.5))
                .isEqualTo("rfc2544/latency/packet:veth0-veth1-fast/64/0.5");
    }

    @Test
    void shouldLeaveOutPercentilesThatLessThanOneValueDecides() {
        Histogram thousand = new Histogram(3);
        for (int i = 1; i <= 1000; i++) {
            thousand.recordValue(i);
        }

        assertThat(Percentiles.of(thousand))
                .containsExactly(
                        entry("p50", 500.0),
                        entry("p90", 900.0),
                        entry("p99", 990.0),
                        entry("p99.9", 999.0),
                        entry("max", 1000.0));
        assertThat(Percentiles.of(new Histogram(3))).isEmpty();
        assertThat(Percentiles.rank("p99.9")).hasValue(99.9);
        assertThat(Percentiles.rank("max")).isEmpty();
    }
}
