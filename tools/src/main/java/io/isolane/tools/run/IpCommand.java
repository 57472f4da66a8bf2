package io.isolane.tools.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code ip} of iproute2, which names namespaces as other tools do. Stateless. */
public final class IpCommand {
    private static final int PATIENCE_SECONDS = 10;

    private IpCommand() {}

    /**
     * Runs it to its end.
     *
     * @throws IOException with what it printed if it fails, or a mend if it is not installed
     */
    public static void run(String... words) throws IOException {
        List<String> command = Stream.concat(Stream.of("ip"), Stream.of(words)).toList();
        Process process = start(command);
        try {
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("'" + String.join(" ", command) + "' does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException("'" + String.join(" ", command) + "' failed: " + printed + mend(printed));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while '" + String.join(" ", command) + "' ran", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String mend(String printed) {
        boolean isRefused = printed.contains("not permitted") || printed.contains("Permission denied");
        return isRefused ? ": run as root" : "";
    }

    private static Process start(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new IOException("cannot run 'ip': install iproute2 (Debian, Ubuntu: apt install iproute2)", absent);
        }
    }
}
