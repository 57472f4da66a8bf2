package io.isolane.dataplane.port.pcap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a worker may read and write: at the other end of a pipe somebody could stop, and every port of the worker with them. */
final class RegularFile {
    private RegularFile() {}

    /** {@code file}, unless something other than a regular file is there. */
    static Path of(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(
                    file + " is not a regular file, and a port neither waits for a pipe nor for a device: give"
                            + " it a file");
        }
        return file;
    }
}
