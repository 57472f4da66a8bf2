package io.isolane.tools.bench.tcp;

import io.isolane.tools.program.Prerequisites;
import io.isolane.tools.program.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench tcp}: TCP through TAP and AF_PACKET ports beside the Linux bridge, round by round. */
@Command(
        name = "tcp",
        description =
                "Measures one TCP stream through TAP and AF_PACKET ports and, in turns, through the Linux bridge.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Needs root, Linux and iperf3. Hosts and switch share the machine's cores.",
            "",
            "Examples:",
            "  sudo isolane bench tcp",
            "  sudo isolane bench tcp --rounds 9 --seconds 5"
        })
public final class TcpCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds, 1 to 100. Default: 5.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "3",
            description = "Seconds of each stream, 1 to 60. Default: 3.")
    private int seconds;

    @Override
    public Integer call() {
        if (rounds < 1 || rounds > 100 || seconds < 1 || seconds > 60) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rounds " + rounds + " is for 1 to 100, --seconds " + seconds + " for 1 to 60");
        }
        PrintWriter errors = spec.commandLine().getErr();
        Optional<String> missing = Prerequisites.missing(List.of("ip", "iperf3"));
        if (missing.isPresent()) {
            errors.println("isolane: " + missing.get());
            return FAILED;
        }
        try {
            print(measure(errors));
            return 0;
        } catch (IOException failure) {
            errors.println("isolane: " + failure.getMessage());
            return FAILED;
        }
    }

    private List<TcpResult> measure(PrintWriter errors) throws IOException {
        Path directory = Files.createTempDirectory("isolane-tcp");
        List<Link> links = new ArrayList<>();
        try (Programs programs = new Programs(directory)) {
            for (Link.Kind kind : Link.Kind.values()) {
                links.add(Link.build(kind, errors));
            }
            return rounds(programs, links, errors);
        } finally {
            links.forEach(Link::close);
            delete(directory);
        }
    }

    private List<TcpResult> rounds(Programs programs, List<Link> links, PrintWriter errors) throws IOException {
        Map<Link.Kind, List<Double>> rates = new EnumMap<>(Link.Kind.class);
        for (int round = 0; round < rounds; round++) {
            for (Link link : links) {
                errors.printf(
                        "round %d of %d: %s%n", round + 1, rounds, link.kind().label());
                errors.flush();
                rates.computeIfAbsent(link.kind(), kind -> new ArrayList<>())
                        .add(Stream.run(programs, link, seconds) / 1e9);
            }
        }
        List<Double> bridge = rates.getOrDefault(Link.Kind.BRIDGE, List.of());
        return rates.entrySet().stream()
                .map(entry -> new TcpResult(entry.getKey().label(), entry.getValue(), ratios(entry.getValue(), bridge)))
                .toList();
    }

    private static List<Double> ratios(List<Double> rates, List<Double> bridge) {
        return IntStream.range(0, rates.size())
                .mapToObj(round -> rates.get(round) / bridge.get(round))
                .toList();
    }

    private void print(List<TcpResult> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("One TCP stream, %d rounds of %d s, Gbit/s%n%n", rounds, seconds);
        out.printf("%-28s %8s %8s %8s   %s%n", "between the hosts", "median", "lowest", "highest", "to the bridge");
        for (TcpResult result : results) {
            out.printf(
                    "%-28s %8.2f %8.2f %8.2f   %.2f%n",
                    result.name(), result.median(), result.lowest(), result.highest(), result.medianRatio());
        }
        out.flush();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
