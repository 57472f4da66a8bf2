package io.isolane.tools.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON, its keys the names of the components of its record, such as {@link Report}. Stateless. */
public final class JsonReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static String render(Record report) {
        return MAPPER.writeValueAsString(report) + System.lineSeparator();
    }

    /** Writes the report into {@code file}, which need not exist. */
    public static void write(Record report, Path file) throws IOException {
        Files.writeString(file, render(report));
    }
}
