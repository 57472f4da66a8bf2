package io.isolane.benchmarks.reference;

import io.isolane.dataplane.linux.Linux;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs gcc on the C sources that come with this class. Stateless. */
final class CCompiler {
    /** One translation unit: the first includes the others. */
    private static final List<String> SOURCES = List.of(
            "reference.c",
            "reference.h",
            "rig.h",
            "worker.h",
            "hiccups.h",
            "pipeline.h",
            "admission.h",
            "fabric.h",
            "table.h",
            "entry.h",
            "ring.h",
            "pool.h",
            "frame.h");

    private static final String LIBRARY = "reference.so";

    private CCompiler() {}

    /** What is missing to build C here, and how to mend it; empty if nothing is. */
    static Optional<String> missing() {
        if (!Linux.isAvailable()) {
            return Optional.of("the C reference is written for Linux on x86-64 or aarch64");
        }
        try {
            run(List.of("gcc", "--version"), Path.of("").toAbsolutePath());
            return Optional.empty();
        } catch (IOException absent) {
            return Optional.of("the C reference needs gcc (Debian, Ubuntu: apt install gcc libc6-dev)");
        }
    }

    /**
     * Builds the shared library.
     *
     * @param options how to optimise, and what to warn of
     * @param directory an empty one, where the library and the sources are left
     * @throws IOException with what gcc printed, if it failed
     */
    static Path compile(List<String> options, Path directory) throws IOException {
        for (String source : SOURCES) {
            unpack(source, directory.resolve(source));
        }
        List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11"));
        command.addAll(options);
        command.addAll(List.of("-shared", "-fPIC", "-o", LIBRARY, SOURCES.getFirst()));
        run(command, directory);
        return directory.resolve(LIBRARY);
    }

    private static void unpack(String source, Path to) throws IOException {
        try (InputStream in = CCompiler.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IOException("the C source " + source + " is not in this build: build with Maven");
            }
            Files.copy(in, to);
        }
    }

    private static void run(List<String> command, Path directory) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("'" + String.join(" ", command) + "' failed: " + printed.strip());
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while gcc was running", stopped);
        }
    }
}
