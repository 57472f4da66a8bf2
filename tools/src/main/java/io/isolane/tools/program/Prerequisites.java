package io.isolane.tools.program;

import io.isolane.dataplane.linux.Linux;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What running real programs in network namespaces needs of the machine. Stateless. */
public final class Prerequisites {
    /** Each program with the Debian package that has it. */
    private static final Map<String, String> PACKAGES = Map.of(
            "ip", "iproute2",
            "ping", "iputils-ping",
            "tcpdump", "tcpdump",
            "dnsmasq", "dnsmasq-base",
            "dig", "bind9-dnsutils",
            "curl", "curl",
            "iperf3", "iperf3",
            "python3", "python3");

    private Prerequisites() {}

    /** What is missing to run these programs, and how to mend it; empty if nothing is. */
    public static Optional<String> missing(List<String> programs) {
        if (!Linux.isAvailable()) {
            return Optional.of("real programs in network namespaces need Linux");
        }
        if (!ProcessHandle.current().info().user().equals(Optional.of("root"))) {
            return Optional.of("network namespaces need root: use sudo");
        }
        return missing(
                programs,
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList());
    }

    /** The programs that are in none of these directories. */
    static Optional<String> missing(List<String> programs, List<Path> directories) {
        List<String> missing = programs.stream()
                .filter(program ->
                        directories.stream().noneMatch(directory -> Files.isExecutable(directory.resolve(program))))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String packages = missing.stream()
                .map(program -> PACKAGES.getOrDefault(program, program))
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(
                "not installed: " + String.join(", ", missing) + " (Debian, Ubuntu: apt install " + packages + ")");
    }
}
