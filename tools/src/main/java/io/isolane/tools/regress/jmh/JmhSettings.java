package io.isolane.tools.regress.jmh;

import java.util.ArrayList;
import java.util.List;

/**
 * What JMH is told of each fork, both sides alike. Immutable.
 *
 * @param benchmark regular expression that finds the benchmarks
 * @param parameters as JMH's {@code -p} takes them: {@code name=value}
 * @param profilers as JMH's {@code -prof} takes them
 * @param warmUps iterations that do not count
 * @param iterations that count
 * @param iterationMillis length of each of both kinds, in milliseconds
 */
public record JmhSettings(
        String benchmark,
        List<String> parameters,
        List<String> profilers,
        int warmUps,
        int iterations,
        int iterationMillis) {
    /** Roughly what a fork takes before its iterations: two JVMs start, JMH's own and the fork. */
    private static final double START_SECONDS = 1.4;

    /** Roughly what JMH and its profilers take between iterations. */
    private static final double BETWEEN_SECONDS = 0.007;

    public JmhSettings {
        parameters = List.copyOf(parameters);
        profilers = List.copyOf(profilers);
    }

    /** About how long a fork of one benchmark takes, in seconds. */
    public double forkSeconds() {
        return START_SECONDS + (warmUps + iterations) * (iterationMillis / 1e3 + BETWEEN_SECONDS);
    }

    /** The arguments for JMH. */
    List<String> arguments(String resultFile) {
        List<String> arguments = new ArrayList<>(List.of(benchmark));
        parameters.forEach(parameter -> arguments.addAll(List.of("-p", parameter)));
        profilers.forEach(profiler -> arguments.addAll(List.of("-prof", profiler)));
        String time = iterationMillis + "ms";
        arguments.addAll(List.of("-f", "1", "-wi", String.valueOf(warmUps), "-w", time));
        arguments.addAll(List.of("-i", String.valueOf(iterations), "-r", time, "-foe", "true"));
        arguments.addAll(List.of("-rf", "json", "-rff", resultFile));
        return arguments;
    }
}
