package io.isolane.tools.bench.peers.peer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The core that switches are measured on, and those for their other threads, which answer questions and wait. Immutable.
 *
 * @param measured its number
 * @param others the others that this process may use; empty where there is one core alone
 */
public record Cores(int measured, List<Integer> others) {
    /** proc(5): the processors that the scheduler may give this process. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String ALLOWED = "Cpus_allowed_list:";

    public Cores {
        others = List.copyOf(others);
    }

    /**
     * The cores of this process.
     *
     * @param wanted the one to measure on; empty for the last
     * @throws IllegalArgumentException if this process may not use it
     * @throws IOException if this is not Linux
     */
    public static Cores choose(OptionalInt wanted) throws IOException {
        return choose(allowed(), wanted);
    }

    /**
     * The cores that this process may use, by their numbers.
     *
     * @throws IOException if this is not Linux
     */
    public static List<Integer> allowed() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            String list = lines.filter(line -> line.startsWith(ALLOWED))
                    .map(line -> line.substring(ALLOWED.length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new IOException(STATUS + " does not say which cores this process may use"));
            return parse(list);
        }
    }

    static Cores choose(List<Integer> allowed, OptionalInt wanted) {
        int measured = wanted.orElse(allowed.getLast());
        if (!allowed.contains(measured)) {
            throw new IllegalArgumentException(
                    "core " + measured + " is none of those that this process may use: " + joined(allowed));
        }
        return new Cores(
                measured, allowed.stream().filter(core -> core != measured).toList());
    }

    /** Numbers and ranges, {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", 2);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cores::add);
        }
        return cores;
    }

    /** For threads that are not measured: the others, or the only one there is. */
    public List<Integer> control() {
        return others.isEmpty() ? List.of(measured) : others;
    }

    /** As {@code taskset -c} wants them. */
    static String joined(List<Integer> cores) {
        return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** As a bit mask in hexadecimal. */
    static String mask(List<Integer> cores) {
        BigInteger mask = BigInteger.ZERO;
        for (int core : cores) {
            mask = mask.setBit(core);
        }
        return "0x" + mask.toString(16);
    }
}
