package io.isolane.tools.audit;

import io.isolane.tools.audit.verdict.Cell;
import io.isolane.tools.audit.verdict.Finding;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of an audit as JSON. Stateless. */
final class JsonReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    private record Document(String time, String conditions, boolean kept, List<Mode> modes) {}

    private record Mode(
            String mode,
            String product,
            boolean kept,
            String failure,
            double seconds,
            String capture,
            List<Row> rows) {}

    private record Row(String listener, String situation, boolean kept, List<Flow> flows) {}

    private record Flow(String flow, String expected, String verdict, long heard, long sent) {}

    /**
     * Writes the results.
     *
     * @param conditions how and on what the experiment was done
     * @throws IOException if the file cannot be written
     */
    static void write(Path file, String conditions, List<ModeResult> results) throws IOException {
        boolean isKept = results.stream().allMatch(ModeResult::isKept);
        Files.write(
                file,
                MAPPER.writeValueAsBytes(new Document(
                        Instant.now().toString(),
                        conditions,
                        isKept,
                        results.stream().map(JsonReport::mode).toList())));
    }

    private static Mode mode(ModeResult result) {
        return new Mode(
                result.mode().label(),
                Product.of(result.mode()),
                result.isKept(),
                result.failure(),
                result.duration().toMillis() / 1e3,
                result.capture().toString(),
                result.findings().stream().map(JsonReport::row).toList());
    }

    private static Row row(Finding finding) {
        return new Row(
                finding.expectation().listener().label(),
                finding.expectation().situation(),
                finding.isKept(),
                finding.cells().stream().map(JsonReport::flow).toList());
    }

    private static Flow flow(Cell cell) {
        return new Flow(
                cell.flow().label(),
                cell.expected() ? "heard" : "never",
                cell.verdict().name().toLowerCase(Locale.ROOT),
                cell.heard(),
                cell.sent());
    }
}
