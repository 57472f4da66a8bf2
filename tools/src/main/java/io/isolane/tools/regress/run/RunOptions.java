package io.isolane.tools.regress.run;

import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.jmh.Counters;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.terminal.Bounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of a gate, for each command that runs one. Filled by the command line. */
public final class RunOptions {
    private static final double DEFAULT_SECONDS = 75;
    private static final int LEAST_PAIRS = Design.leastPairs(Design.FIRST_CONFIDENCE);
    private static final int MOST = 10_000;
    private static final double MOST_SECONDS = 86_400;
    private static final double MOST_MILLIS = 60_000;

    /**
     * A method runs compiled as soon as it is due. In the background, when it is ready depends on who else wants the cores, and what
     * is compiled on what ran meanwhile: forks of the same code then differ by a tenth.
     */
    private static final String FOREGROUND_COMPILATION = "-Xbatch";

    @Option(
            names = "--benchmark",
            paramLabel = "REGEX",
            defaultValue = "ForwardingThroughputBenchmark\\.forward$$",
            description = "The JMH benchmarks to run. Default: the frame path, ${DEFAULT-VALUE}.")
    private String benchmark = "";

    @Option(
            names = "-p",
            paramLabel = "NAME=VALUE",
            description = "A JMH parameter; may be repeated. Default: mode=learning for the default benchmark.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "3%",
            converter = PercentConverter.class,
            description = "The change asked about. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "Pairs of forks in each round. Default: as many as take --seconds.")
    private @Nullable Integer pairs;

    @Option(names = "--seconds", paramLabel = "S", description = "How long a round takes, about. Default: 75.")
    private @Nullable Double seconds;

    @Option(
            names = "--limit",
            paramLabel = "S",
            defaultValue = "285",
            description = "No further round begins that would last beyond. Default: ${DEFAULT-VALUE}.")
    private double limit;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "20",
            description = "Iterations of each fork that do not count. Default: ${DEFAULT-VALUE}.")
    private int warmUps;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "50",
            description = "Iterations of each fork that count. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(
            names = "--iteration-ms",
            paramLabel = "MS",
            defaultValue = "20",
            description = "Length of an iteration in milliseconds. Default: ${DEFAULT-VALUE}.")
    private int iterationMillis;

    @Option(
            names = "--prof",
            paramLabel = "PROFILER",
            description =
                    "A JMH profiler, for bytes per operation (gc) or instructions per operation (perfnorm); may be repeated. Default:"
                            + " gc, and perfnorm where the machine counts instructions.")
    private List<String> profilers = new ArrayList<>();

    @Option(
            names = "--jvm-arg",
            paramLabel = "ARG",
            description = "An argument for the JVMs of both sides; may be repeated.")
    private List<String> jvmArguments = new ArrayList<>();

    @Option(
            names = "--baseline-jvm-arg",
            paramLabel = "ARG",
            description = "An argument for the baseline's JVMs only; may be repeated.")
    private List<String> baselineJvmArguments = new ArrayList<>();

    @Option(
            names = "--candidate-jvm-arg",
            paramLabel = "ARG",
            description = "An argument for the candidate's JVMs only; may be repeated.")
    private List<String> candidateJvmArguments = new ArrayList<>();

    @Option(
            names = "--background-compilation",
            description =
                    "Let the JVMs compile in the background, as they do by themselves. By default they get -Xbatch, with"
                            + " which forks warm up sooner and differ less.")
    private boolean isCompiledInBackground;

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The clone whose commits are meant. Default: this directory.")
    private Path repository = Path.of(".");

    /** Filled by the command line. */
    public RunOptions() {}

    /** Asks the benchmark to slow the candidate's frame path, by a property that exists for this. */
    void slowCandidate(double percent) {
        candidateJvmArguments = new ArrayList<>(candidateJvmArguments);
        candidateJvmArguments.add("-Disolane.benchmark.slowdown=" + percent);
    }

    /** Refuses what no gate can be made of. */
    void requireRanges(CommandSpec spec) {
        Bounds.require(spec, "--pairs", pairs == null ? LEAST_PAIRS : pairs, LEAST_PAIRS, MOST);
        Bounds.require(spec, "--seconds", seconds == null ? 1 : seconds, 1, MOST_SECONDS);
        Bounds.require(spec, "--limit", limit, 1, MOST_SECONDS);
        Bounds.require(spec, "--warm-ups", warmUps, 0, MOST);
        Bounds.require(spec, "--iterations", iterations, 1, MOST);
        Bounds.require(spec, "--iteration-ms", iterationMillis, 1, MOST_MILLIS);
    }

    /** Why instructions are not counted; empty if they are, or if the user chose the profilers. */
    Optional<String> missingCounters() {
        return profilers.isEmpty() ? Counters.missing() : Optional.empty();
    }

    private List<String> profilers() {
        if (!profilers.isEmpty()) {
            return profilers;
        }
        return Counters.missing().isPresent() ? List.of("gc") : List.of("gc", Counters.PROFILER);
    }

    JmhSettings settings() {
        List<String> chosen =
                parameters.isEmpty() && benchmark.startsWith("Forwarding") ? List.of("mode=learning") : parameters;
        return new JmhSettings(benchmark, chosen, profilers(), warmUps, iterations, iterationMillis);
    }

    Design design() {
        double round = seconds == null ? DEFAULT_SECONDS : seconds;
        int inTime = Math.max(LEAST_PAIRS, (int) (round / (2 * settings().forkSeconds())));
        return Design.of(threshold, pairs == null ? inTime : pairs, limit);
    }

    List<String> baselineJvm() {
        return jvm(baselineJvmArguments);
    }

    List<String> candidateJvm() {
        return jvm(candidateJvmArguments);
    }

    private List<String> jvm(List<String> ofTheSide) {
        Stream<String> compilation = isCompiledInBackground ? Stream.empty() : Stream.of(FOREGROUND_COMPILATION);
        return Stream.of(compilation, jvmArguments.stream(), ofTheSide.stream())
                .flatMap(arguments -> arguments)
                .toList();
    }

    Path repository() {
        return repository.toAbsolutePath().normalize();
    }
}
