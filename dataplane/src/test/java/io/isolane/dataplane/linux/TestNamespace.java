package io.isolane.dataplane.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A network namespace of one test, removed with all that is in it. Where none can be made or a program is missing the
 * test is skipped with the reason; with {@code CI=true} in the environment it fails instead.
 */
public final class TestNamespace implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name;

    private TestNamespace(String name) {
        this.name = name;
    }

    /** A new namespace whose loopback is up, for a test that needs the programs named. */
    public static TestNamespace create(String... programs) {
        require(Linux.isAvailable(), "namespaces need Linux");
        require("root".equals(System.getProperty("user.name")), "namespaces need root");
        Stream.concat(Stream.of("ip"), Stream.of(programs))
                .forEach(program -> require(Command.exists(program), program + " is not installed"));
        String name = "isolane-" + ProcessHandle.current().pid() + "-" + NEXT.getAndIncrement();
        require(isAdded(name), "this process may not make namespaces");
        TestNamespace namespace = new TestNamespace(name);
        namespace.run("ip", "link", "set", "lo", "up");
        // Otherwise the kernel would send router solicitations into every test's frames.
        namespace.run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6 || true");
        return namespace;
    }

    /** The same, for a test that opens TAP devices. */
    public static TestNamespace createWithTap(String... programs) {
        require(Files.exists(Path.of(TapDevice.CLONE_DEVICE)), "the kernel has no TAP devices");
        return create(programs);
    }

    public String name() {
        return name;
    }

    /** Runs a program inside to its end; what it printed. */
    public String run(String... words) {
        return Command.run(inside(words));
    }

    /** Joins this namespace to another by a veth pair that is up: {@code here} in this one, {@code there} in that. */
    public void connect(String here, TestNamespace other, String there) {
        run("ip", "link", "add", here, "type", "veth", "peer", "name", there, "netns", other.name);
        run("ip", "link", "set", here, "up");
        other.run("ip", "link", "set", there, "up");
    }

    /** The words that run a program inside. */
    public List<String> inside(String... words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", name), Stream.of(words))
                .toList();
    }

    private static void require(boolean isMet, String otherwise) {
        if (!isMet && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(otherwise);
        }
        assumeTrue(isMet, otherwise);
    }

    private static boolean isAdded(String name) {
        try {
            Command.run(List.of("ip", "netns", "add", name));
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    @Override
    public void close() {
        Command.run(List.of("ip", "netns", "delete", name));
    }
}
