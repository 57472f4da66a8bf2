package io.isolane.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code tools/bin/java-options} is the one place for JVM options: what is measured and tested runs with those that matter to a frame. */
final class JvmOptionsTest {
    private static final Path ROOT = root();
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--enable-native-access=\\S+|-XX:\\S+)");
    private static final Pattern FORK = Pattern.compile("jvmArgsAppend\\s*=\\s*\\{([^}]*)}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** Exports that a library wants which is measured beside ours. */
    private static final String FOR_OTHERS = "--add-exports=";

    @Test
    void shouldGiveEachOptionAReason() {
        List<String> lines =
                read(ROOT.resolve("tools/bin/java-options")).lines().toList();

        assertThat(options()).hasSizeGreaterThan(1);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("-")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
            }
        }
    }

    @Test
    void shouldHaveNoOptionInTheLauncher() {
        assertThat(found(OPTION, read(ROOT.resolve("tools/bin/isolane")))).isEmpty();
    }

    @Test
    void shouldRunTestsWithTheSameOptions() {
        String pom = read(ROOT.resolve("pom.xml"));
        String tests = pom.substring(pom.indexOf("<test.jvm.arguments>") + 20, pom.indexOf("</test.jvm.arguments>"));

        assertThat(tests.split(" ", -1)).isNotEmpty().isSubsetOf(options());
    }

    @Test
    void shouldMeasureWithTheSameOptions() throws IOException {
        List<String> options = options();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("benchmarks/src/main/java"))) {
            List<String> forks = sources.filter(source -> source.toString().endsWith("Benchmark.java"))
                    .flatMap(source -> found(FORK, read(source)).stream())
                    .toList();

            assertThat(forks)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(fork -> assertThat(
                                    found(QUOTED, fork).stream().filter(option -> !option.startsWith(FOR_OTHERS)))
                            .contains("-XX:+UseSerialGC")
                            .isSubsetOf(options));
        }
    }

    private static List<String> options() {
        return found(OPTION, read(ROOT.resolve("tools/bin/java-options")));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("core")) ? here : here.resolve("..").normalize();
    }
}
