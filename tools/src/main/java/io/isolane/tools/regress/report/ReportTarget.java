package io.isolane.tools.regress.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes: the option {@code --out}, or what the command prints to. Filled by the command line. */
public final class ReportTarget {
    @Option(names = "--out", paramLabel = "FILE", description = "Writes into this file instead of printing.")
    private @Nullable Path out;

    /** Filled by the command line. */
    public ReportTarget() {}

    /** Whether there is a file. */
    public boolean isFile() {
        return out != null;
    }

    /**
     * Hands the report on.
     *
     * @param printer used if there is no file
     * @throws IOException if the file cannot be written; the message names the option and what would mend it
     */
    public void publish(String report, PrintWriter printer) throws IOException {
        if (out == null) {
            printer.print(report);
            printer.flush();
            return;
        }
        try {
            Files.writeString(out, report);
        } catch (IOException refused) {
            throw new IOException(
                    "--out " + out + ": cannot be written ("
                            + refused.getClass().getSimpleName() + "): give a file in a directory that exists",
                    refused);
        }
    }
}
