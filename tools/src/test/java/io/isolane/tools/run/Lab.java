package io.isolane.tools.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.dataplane.linux.Linux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Network namespaces of one test, whose names no other has; those still there at its end are removed. */
final class Lab implements AutoCloseable {
    private static final Path NAMESPACES = Path.of("/run/netns");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String prefix;
    private final Path folder;

    private Lab(String prefix, Path folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    /** Skips the test where namespaces or TAP devices cannot be made, or a program is missing. */
    static Lab create(Path folder, String... programs) {
        assumeTrue(Linux.isAvailable(), "namespaces need Linux");
        assumeTrue("root".equals(System.getProperty("user.name")), "namespaces need root");
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "the kernel has no TAP devices");
        Stream.concat(Stream.of("ip"), Stream.of(programs))
                .forEach(program -> assumeTrue(isInstalled(program), program + " is not installed"));
        return new Lab("run-" + ProcessHandle.current().pid() + "-" + NEXT.getAndIncrement() + "-", folder);
    }

    String namespace(String name) {
        return prefix + name;
    }

    boolean exists(String name) {
        return Files.exists(NAMESPACES.resolve(namespace(name)));
    }

    void add(String name) {
        run("ip", "netns", "add", namespace(name));
    }

    /** A copy of an example with namespaces of this lab. */
    Path example(String name) throws IOException {
        String yaml = Files.readString(Path.of("examples", name)).replace("isolane-", prefix);
        return config(yaml);
    }

    Path config(String yaml) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), yaml);
    }

    /** Starts a program in a namespace. */
    Program in(String namespace, String... words) {
        return Program.start(Stream.concat(Stream.of("ip", "netns", "exec", namespace(namespace)), Stream.of(words))
                .toList());
    }

    /** Runs a program in a namespace to its end; its exit code. */
    int exitOf(String namespace, String... words) {
        try (Program program = in(namespace, words)) {
            return program.awaitExit();
        }
    }

    /** Runs a program to its end; fails the test unless it exits with 0. */
    static String run(String... words) {
        try (Program program = Program.start(List.of(words))) {
            if (program.awaitExit() != 0) {
                throw new AssertionError(String.join(" ", words) + " failed: " + program.output());
            }
            return program.output();
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(NAMESPACES)) {
            try (Stream<Path> all = Files.list(NAMESPACES)) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith(prefix))
                        .forEach(name -> run("ip", "netns", "delete", name));
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
