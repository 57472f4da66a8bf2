package io.isolane.dataplane.port.offload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What the Linux kernel made of super-frames, as linux-segments.py beside the text wrote it down. */
@SuppressWarnings("ArrayRecordComponent")
record LinuxSegments(String name, byte[] virtioHeader, byte[] frame, List<byte[]> finished) {
    private static final List<LinuxSegments> ALL = read();

    static List<LinuxSegments> all() {
        return ALL;
    }

    @Override
    public byte[] frame() {
        return frame.clone();
    }

    private static List<LinuxSegments> read() {
        List<LinuxSegments> cases = new ArrayList<>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "#" -> {}
                case "in" -> {
                    LinuxSegments named = cases.removeLast();
                    cases.add(new LinuxSegments(named.name, hex(words[1]), hex(words[2]), new ArrayList<>()));
                }
                case "out" -> cases.getLast().finished.add(hex(words[1]));
                default -> cases.add(new LinuxSegments(words[0], new byte[0], new byte[0], List.of()));
            }
        }
        return cases;
    }

    static LinuxSegments named(String name) {
        return all().stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LinuxSegments.class.getResourceAsStream("linux-segments.txt")),
                StandardCharsets.UTF_8))) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
