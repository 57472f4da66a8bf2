package io.isolane.tools.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The error stream of this process. Stateless; any thread. */
public final class StandardError {
    private static final Path LINK = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /** True if it is a terminal, so that a line can be written over; false where that cannot be told. */
    public static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(LINK).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
