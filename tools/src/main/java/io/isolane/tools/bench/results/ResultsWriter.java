package io.isolane.tools.bench.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes results as JSON lines. Each line is handed to the operating system, newline and all, before {@link #write} returns: a run that
 * is interrupted or killed keeps every trial that was finished. Confined to its thread.
 */
public final class ResultsWriter implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final FileChannel file;

    private ResultsWriter(FileChannel file) {
        this.file = file;
    }

    /**
     * Begins a file, in place of one that may be there.
     *
     * @throws IOException if it cannot be written
     */
    public static ResultsWriter create(Path file, Entry.Run run) throws IOException {
        ResultsWriter writer = new ResultsWriter(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        writer.write(run);
        return writer;
    }

    /**
     * Appends a line.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Entry entry) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            file.write(line);
        }
    }

    /** An entry as JSON, without a newline. */
    static String line(Entry entry) {
        return MAPPER.writerFor(Entry.class).writeValueAsString(entry);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
