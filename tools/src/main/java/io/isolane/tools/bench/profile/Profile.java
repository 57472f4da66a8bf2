package io.isolane.tools.bench.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the time of a frame went. Immutable.
 *
 * @param nanosPerFrame all of it
 * @param samples how many stacks it was divided by
 * @param lost samples without a stack, which are left out
 * @param parts samples of each part that has any
 * @param lines samples of each line, busiest first
 */
record Profile(double nanosPerFrame, int samples, int lost, Map<Part, Integer> parts, List<Line> lines) {
    Profile {
        parts = Map.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /**
     * A line of the source.
     *
     * @param call where
     * @param part whose time it was
     * @param samples how many
     */
    record Line(Call call, Part part, int samples) {}

    /** What stacks come to. */
    static Profile of(double nanosPerFrame, Sampler.Samples samples) {
        Map<Part, Integer> parts = new EnumMap<>(Part.class);
        samples.stacks().forEach(stack -> parts.merge(Part.of(stack), 1, Integer::sum));
        Map<Line, Long> lines = samples.stacks().stream()
                .filter(stack -> !stack.isEmpty())
                .map(stack -> new Line(stack.getFirst(), Part.of(stack), 0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Line> busiest = lines.entrySet().stream()
                .map(entry -> new Line(entry.getKey().call(), entry.getKey().part(), Math.toIntExact(entry.getValue())))
                .sorted(Comparator.comparingInt(Line::samples)
                        .reversed()
                        .thenComparing(line -> line.call().toString()))
                .toList();
        return new Profile(nanosPerFrame, samples.stacks().size(), samples.lost(), parts, busiest);
    }

    /** Share of the time that so many samples are, from 0 to 1. */
    double share(int count) {
        return samples == 0 ? 0 : (double) count / samples;
    }
}
