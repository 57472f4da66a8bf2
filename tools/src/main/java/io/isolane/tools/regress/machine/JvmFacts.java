package io.isolane.tools.regress.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a JVM makes of its arguments. Stateless. */
final class JvmFacts {
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(\\w+)GC\\b");

    private JvmFacts() {}

    /**
     * Its collector, which it chooses by the machine where the arguments do not, and the arguments that are not mere properties.
     *
     * @throws IOException if a JVM does not start with them; the message has what it said
     */
    static Map<String, String> of(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.addAll(List.of("-XX:+PrintCommandLineFlags", "-version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (awaited(process) != 0) {
            throw new IOException(
                    "the JVM does not start with " + String.join(" ", arguments) + ":\n" + printed.strip());
        }
        Map<String, String> facts = new TreeMap<>();
        Matcher matcher = COLLECTOR.matcher(printed);
        if (matcher.find()) {
            facts.put("collector", matcher.group(1));
        }
        facts.put("jvm flags", flags(arguments));
        return facts;
    }

    private static String flags(List<String> arguments) {
        String flags = arguments.stream()
                .filter(argument -> !argument.startsWith("-D"))
                .collect(Collectors.joining(" "));
        return flags.isEmpty() ? "none" : flags;
    }

    private static int awaited(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
