package io.isolane.tools.audit.live;

import io.isolane.dataplane.linux.Linux;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the experiment with real programs needs of the machine. Stateless. */
public final class Prerequisites {
    /** Each program with the Debian package that has it. */
    private static final Map<String, String> PACKAGES = packages();

    private Prerequisites() {}

    /** What is missing and how to mend it; empty if nothing is. */
    public static Optional<String> missing() {
        if (!Linux.isAvailable()) {
            return Optional.of("real programs in network namespaces need Linux: use --in-memory");
        }
        if (!ProcessHandle.current().info().user().equals(Optional.of("root"))) {
            return Optional.of("network namespaces need root: use sudo, or --in-memory");
        }
        return missingPrograms(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList());
    }

    /** The programs that are in none of these directories. */
    static Optional<String> missingPrograms(List<Path> directories) {
        List<String> missing = PACKAGES.keySet().stream()
                .filter(program ->
                        directories.stream().noneMatch(directory -> Files.isExecutable(directory.resolve(program))))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String packages = missing.stream().map(PACKAGES::get).distinct().collect(Collectors.joining(" "));
        return Optional.of("not installed: " + String.join(", ", missing) + " (Debian, Ubuntu: apt install " + packages
                + "), or use --in-memory");
    }

    private static Map<String, String> packages() {
        Map<String, String> packages = new LinkedHashMap<>();
        packages.put("ip", "iproute2");
        packages.put("ping", "iputils-ping");
        packages.put("tcpdump", "tcpdump");
        packages.put("dnsmasq", "dnsmasq-base");
        packages.put("dig", "bind9-dnsutils");
        packages.put("curl", "curl");
        packages.put("iperf3", "iperf3");
        packages.put("python3", "python3");
        return packages;
    }
}
