package io.isolane.tools.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file that holds the process's number for as long as it runs. A file left by a process that was killed is replaced. */
final class PidFile {
    private final Path file;
    private final String content;

    private PidFile(Path file, String content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Writes it whole, so that whoever sees it sees a number.
     *
     * @throws IOException if another switch runs that wrote it, or it cannot be written
     */
    static PidFile write(Path file) throws IOException {
        Optional<ProcessHandle> owner = owner(file);
        if (owner.isPresent()) {
            throw new IOException(file + " is that of process " + owner.get().pid()
                    + ", which runs: stop it first, or name another pid file");
        }
        String content = ProcessHandle.current().pid() + "\n";
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new PidFile(file, content);
    }

    /** Removes the file unless another process has made it its own. */
    void remove() throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(content)) {
            Files.delete(file);
        }
    }

    /** A number may be another program's by now: only a process that runs the same program counts. */
    private static Optional<ProcessHandle> owner(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(text))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(PidFile::runsThisProgram);
    }

    private static boolean runsThisProgram(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean isOurs =
                info.commandLine().map(line -> line.contains("isolane")).orElse(true);
        return isOurs && info.command().equals(ProcessHandle.current().info().command());
    }
}
