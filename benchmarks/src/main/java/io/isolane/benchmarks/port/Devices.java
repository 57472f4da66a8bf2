package io.isolane.benchmarks.port;

import io.isolane.tools.program.Prerequisites;
import io.isolane.tools.run.Namespaces;
import io.isolane.tools.run.Undo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network namespace for devices under test, which is gone when this is closed or the virtual machine ends. Confined to its thread. */
final class Devices implements AutoCloseable {
    /** Where the kernel makes TAP devices (Documentation/networking/tuntap.rst). */
    private static final Path TAP = Path.of("/dev/net/tun");

    private final String namespace = "isolane-jmh-" + ProcessHandle.current().pid();
    private final Undo undo = new Undo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    private final Thread atExit = Thread.ofPlatform().unstarted(undo::close);

    /**
     * Makes the namespace.
     *
     * @throws IllegalStateException if something is missing that it needs
     * @throws IOException naming the step that failed and, where known, its mend
     */
    Devices() throws IOException {
        missing().ifPresent(what -> {
            throw new IllegalStateException("TAP and AF_PACKET ports cannot be measured here: " + what);
        });
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Namespaces.add(namespace, undo);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** What is missing to measure devices, and how to mend it; empty if nothing is. */
    static Optional<String> missing() {
        return Prerequisites.missing(List.of("ip"))
                .or(() -> Files.exists(TAP)
                        ? Optional.empty()
                        : Optional.of("the kernel has no TAP devices (" + TAP + ")"));
    }

    String namespace() {
        return namespace;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        undo.close();
    }
}
