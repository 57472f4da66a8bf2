package io.isolane.tools.regress.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that has ended. Immutable.
 *
 * @param code its exit code
 * @param output what it printed, both streams
 */
record Ran(int code, String output) {
    private static final int LINES_TOLD = 20;

    /**
     * Runs one and waits for its end.
     *
     * @throws IOException if it cannot be started, or the wait was interrupted; it is ended then
     */
    static Ran command(Path directory, List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ran(process.waitFor(), output);
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while '" + words.getFirst() + "' ran", stopped);
        }
    }

    /** @throws IOException with what it printed last, if it failed */
    void require(String otherwise) throws IOException {
        if (code != 0) {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
            throw new IOException(otherwise + ":\n" + String.join("\n", last));
        }
    }
}
