package io.isolane.tools.run;

import io.isolane.tools.config.Device;
import io.isolane.tools.config.PortConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The network namespaces that TAP devices are to appear in. Stateless. */
public final class Namespaces {
    /** Where {@code ip netns} keeps them (ip-netns(8)). */
    private static final Path NAMED = Path.of("/run/netns");

    private Namespaces() {}

    /** Makes those that do not exist, their loopback up; {@code undo} removes them. */
    static void make(List<PortConfig> ports, Undo undo) throws StartException {
        List<String> wanted =
                ports.stream().flatMap(Namespaces::ofTap).distinct().toList();
        for (String name : wanted) {
            if (!Files.exists(NAMED.resolve(name))) {
                make(name, undo);
            }
        }
    }

    private static void make(String name, Undo undo) throws StartException {
        try {
            add(name, undo);
        } catch (IOException failure) {
            throw StartException.because("network namespace " + name, failure);
        }
    }

    /**
     * Makes one that does not exist, its loopback up; {@code undo} removes it.
     *
     * @throws IOException naming the step that failed and, where known, its mend
     */
    public static void add(String name, Undo undo) throws IOException {
        IpCommand.run("netns", "add", name);
        undo.add("network namespace " + name, () -> IpCommand.run("netns", "delete", name));
        IpCommand.run("-n", name, "link", "set", "lo", "up");
    }

    private static Stream<String> ofTap(PortConfig port) {
        return port.device() instanceof Device.Tap tap ? tap.namespace().stream() : Stream.empty();
    }
}
