package io.isolane.benchmarks.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A short run of every jcstress class. A longer one is for a quiet machine:
 * {@code java -cp benchmarks/target/benchmarks.jar org.openjdk.jcstress.Main -t io.isolane}.
 */
final class StressTest {
    private static final Path DIRECTORY = Path.of("target", "jcstress").toAbsolutePath();
    private static final Path REPORT = DIRECTORY.resolve("report");
    private static final Path OUTPUT = DIRECTORY.resolve("output.txt");
    private static final String PACKAGE = StressTest.class.getPackageName() + '.';
    private static final String SUFFIX = "Stress";
    private static final int LIMIT_MINUTES = 5;

    @Test
    void shouldSeeNoForbiddenOutcome() throws IOException, InterruptedException {
        Files.createDirectories(REPORT);
        for (String earlier : names(REPORT, ".html")) {
            Files.delete(REPORT.resolve(PACKAGE + earlier + ".html"));
        }
        assertThat(run()).as(() -> tail(OUTPUT)).isZero();
        assertThat(names(REPORT, ".html")).as("what ran").containsExactlyInAnyOrderElementsOf(stressClasses());
    }

    private static int run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended).as("the end within %d minutes", LIMIT_MINUTES).isTrue();
        return process.exitValue();
    }

    /** Few strides of few states: all that live at once must fit {@link RoundArena}. */
    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-t",
                "io.isolane",
                "-r",
                REPORT.toString(),
                "-jvmArgs",
                "--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC",
                "-sc",
                "false",
                "-f",
                "1",
                "-fsm",
                "1",
                "-iters",
                "5",
                "-time",
                "400",
                "-strideSize",
                "32",
                "-strideCount",
                "16",
                "-hs",
                "64",
                "-v");
    }

    private static List<String> stressClasses() throws IOException {
        return names(Path.of("target", "classes", "io", "isolane", "benchmarks", "stress"), ".class");
    }

    /** The stress classes that have a file in {@code directory}, by their simple names. */
    private static List<String> names(Path directory, String extension) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX + extension))
                    .map(name -> name.substring(0, name.length() - extension.length()))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .toList();
        }
    }

    private static String tail(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.indexOf("RUN RESULTS")));
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }
}
