package io.isolane.tools.regress.stored;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes results as JMH would, so that a test can choose them. Immutable. */
public record JmhText(String benchmark, String mode, String unit, Map<String, String> parameters, String vmVersion) {
    /** Throughput of one benchmark without parameters. */
    public static JmhText throughput(String benchmark) {
        return new JmhText(benchmark, "thrpt", "ops/us", Map.of(), "25.0.3+9-LTS");
    }

    public JmhText mode(String other, String otherUnit) {
        return new JmhText(benchmark, other, otherUnit, parameters, vmVersion);
    }

    public JmhText with(String name, String value) {
        return new JmhText(benchmark, mode, unit, Map.of(name, value), vmVersion);
    }

    public JmhText vm(String version) {
        return new JmhText(benchmark, mode, unit, parameters, version);
    }

    /** A file of one benchmark: a fork for each value, two iterations around it. */
    public String file(double... forks) {
        return "[\n" + entry(forks) + "\n]\n";
    }

    /** A file of several. */
    public static String file(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    public String entry(double... forks) {
        String raw = Arrays.stream(forks)
                .mapToObj(value -> "[" + (value * 0.99) + ", " + (value * 1.01) + "]")
                .collect(Collectors.joining(", "));
        return List.of(
                        "{",
                        "  \"jmhVersion\": \"1.37\",",
                        "  \"benchmark\": \"" + benchmark + "\",",
                        "  \"mode\": \"" + mode + "\", \"threads\": 1, \"forks\": " + forks.length + ",",
                        "  \"jvmArgs\": [\"-XX:+UseSerialGC\"],",
                        "  \"vmName\": \"OpenJDK 64-Bit Server VM\", \"vmVersion\": \"" + vmVersion + "\",",
                        "  \"measurementIterations\": 2, \"measurementTime\": \"100 ms\",",
                        "  \"params\": {" + params() + "},",
                        "  \"primaryMetric\": {\"score\": 1.0, \"scoreError\": \"NaN\", \"scoreUnit\": \"" + unit
                                + "\",",
                        "    \"rawData\": [" + raw + "]},",
                        "  \"secondaryMetrics\": {}",
                        "}")
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private String params() {
        return parameters.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": \"" + entry.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }
}
