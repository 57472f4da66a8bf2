package io.isolane.tools.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Others read these keys: whoever takes one away, or gives it another meaning, changes {@link Report#SCHEMA} too. */
class JsonReportTest {
    private final JsonNode json = new JsonMapper().readTree(JsonReport.render(Sample.report()));

    @Test
    void shouldKeepItsKeys() {
        TreeSet<String> keys = new TreeSet<>();
        collect("", json, keys);

        assertThat(keys)
                .containsExactly(
                        "conditions.addresses",
                        "conditions.frameBytes",
                        "conditions.latencyRate",
                        "conditions.latencySeconds",
                        "conditions.ports",
                        "conditions.windowSeconds",
                        "conditions.windows",
                        "copies.longBytes",
                        "copies.longFramesPerSecond",
                        "copies.mode",
                        "copies.ratio",
                        "copies.shortBytes",
                        "copies.shortFramesPerSecond",
                        "machine.collectors",
                        "machine.commit",
                        "machine.cores",
                        "machine.cpu",
                        "machine.date",
                        "machine.flags",
                        "machine.host",
                        "machine.jvm",
                        "machine.system",
                        "machine.version",
                        "probes.hiccupMaxNanos",
                        "probes.hiccupP999Nanos",
                        "probes.roundTripNanos",
                        "remarks",
                        "rows.latency.faults.duplicates",
                        "rows.latency.faults.lost",
                        "rows.latency.faults.overheard",
                        "rows.latency.faults.reordered",
                        "rows.latency.hiccupMaxNanos",
                        "rows.latency.hiccupP999Nanos",
                        "rows.latency.intended",
                        "rows.latency.maxNanos",
                        "rows.latency.p50Nanos",
                        "rows.latency.p9999Nanos",
                        "rows.latency.p999Nanos",
                        "rows.latency.p99Nanos",
                        "rows.latency.rate",
                        "rows.latency.sent",
                        "rows.latency.switchHiccupMaxNanos",
                        "rows.latency.switchHiccupP999Nanos",
                        "rows.name",
                        "rows.throughput.deliveredPerSecond",
                        "rows.throughput.dropped",
                        "rows.throughput.framesPerSecond",
                        "rows.throughput.highest",
                        "rows.throughput.lowest",
                        "rows.throughput.nanosPerFrame",
                        "rows.throughput.ratioToLearning",
                        "schema");
        assertThat(json.get("schema").intValue()).isEqualTo(1);
    }

    @Test
    void shouldWriteTheFiguresOfTheTable() {
        JsonNode learning = json.get("rows").get(2);

        assertThat(learning.get("name").stringValue()).isEqualTo("learning");
        assertThat(learning.at("/throughput/framesPerSecond").doubleValue()).isEqualTo(40e6);
        assertThat(learning.at("/latency/p999Nanos").longValue()).isEqualTo(25_500);
        assertThat(json.get("rows").get(0).at("/throughput/ratioToLearning").isNull())
                .isTrue();
        assertThat(json.at("/machine/date").stringValue()).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void shouldWriteOverAnOlderFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("bench.json"), "old ".repeat(10_000));

        JsonReport.write(Sample.report(), file);

        assertThat(new JsonMapper().readTree(Files.readString(file))).isEqualTo(json);
    }

    private static void collect(String path, JsonNode node, Set<String> keys) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                collect(path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), keys);
            }
        } else if (node.isArray() && node.get(0) != null && node.get(0).isObject()) {
            node.forEach(each -> collect(path, each, keys));
        } else {
            keys.add(path);
        }
    }
}
