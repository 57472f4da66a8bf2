package io.isolane.tools.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of the attacks as JSON. Stateless. */
final class AttackJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AttackJson() {}

    private record Document(String time, String conditions, boolean guards, boolean asExpected, List<Entry> attacks) {}

    private record Entry(
            String target,
            String attack,
            String verdict,
            boolean mustHold,
            String evidence,
            String guard,
            String capture,
            double seconds) {}

    /**
     * Writes the results.
     *
     * @param conditions on what and with what
     * @throws IOException if the file cannot be written
     */
    static void write(Path file, String conditions, boolean hasGuards, List<Result> results) throws IOException {
        Files.write(
                file,
                MAPPER.writeValueAsBytes(new Document(
                        Instant.now().toString(),
                        conditions,
                        hasGuards,
                        results.stream().allMatch(Result::isAsExpected),
                        results.stream().map(AttackJson::entry).toList())));
    }

    private static Entry entry(Result result) {
        return new Entry(
                result.target(),
                result.attack().name(),
                result.outcome().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                result.mustHold(),
                result.outcome().evidence(),
                result.attack().guard().words(),
                result.capture().toString(),
                result.duration().toMillis() / 1e3);
    }
}
