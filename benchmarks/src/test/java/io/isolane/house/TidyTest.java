package io.isolane.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style that a compiler does not check, held on the source files themselves. */
final class TidyTest {
    private static final int MAX_LINES = 350;
    private static final Pattern LEFT_OPEN = Pattern.compile("\\b([T]ODO|[F]IXME|[X]XX)\\b");
    private static final Pattern SLEEP = Pattern.compile("\\bThread[.]sleep\\b|TimeUnit[.]\\w+[.]sleep\\b");
    private static final Path ROOT = root();
    private static final List<Path> SOURCES = sources();

    @Test
    void shouldSeeTheSourcesOfEveryModule() {
        assertThat(SOURCES.stream()
                        .map(source -> ROOT.relativize(source).getName(0).toString()))
                .contains("core", "dataplane", "tools", "benchmarks");
    }

    @Test
    void shouldKeepFilesShort() {
        assertThat(SOURCES).allSatisfy(source -> assertThat(lines(source)).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void shouldLeaveNothingOpen() {
        assertThat(linesWith(LEFT_OPEN, source -> true)).isEmpty();
    }

    @Test
    void shouldNotSleepInTests() {
        assertThat(linesWith(SLEEP, TidyTest::isTest)).isEmpty();
    }

    @Test
    void shouldMarkEveryPackageForTheNullChecker() {
        assertThat(SOURCES.stream()
                        .filter(source -> !isTest(source))
                        .filter(source -> !source.endsWith("module-info.java")))
                .allSatisfy(source -> assertThat(source.resolveSibling("package-info.java"))
                        .content()
                        .contains("@NullMarked"));
    }

    private static boolean isTest(final Path source) {
        return ROOT.relativize(source)
                .startsWith(ROOT.relativize(source).getName(0).resolve("src/test"));
    }

    private static List<String> linesWith(final Pattern pattern, final Predicate<Path> where) {
        return SOURCES.stream()
                .filter(where)
                .flatMap(source -> linesWith(pattern, source))
                .toList();
    }

    private static Stream<String> linesWith(final Pattern pattern, final Path source) {
        final List<String> lines = lines(source);
        return IntStream.range(0, lines.size())
                .filter(line -> pattern.matcher(lines.get(line)).find())
                .mapToObj(line -> ROOT.relativize(source) + ":" + (line + 1) + ": "
                        + lines.get(line).strip());
    }

    private static List<String> lines(final Path source) {
        try {
            return Files.readAllLines(source);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(TidyTest::javaFiles)
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory that holds the modules: tests run in one of them, or, in an IDE, above them. */
    private static Path root() {
        final Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("core")) ? here : here.resolve("..").normalize();
    }
}
