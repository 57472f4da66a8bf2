package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file {@code problems.txt} has one wrong configuration for each problem, and below {@code >>>} what is said of it. */
final class ConfigProblemsTest {
    private static final Pattern CASE = Pattern.compile("(?m)^=== ");

    /** One wrong configuration. */
    record Wrong(String title, String yaml, String problems) {
        static Wrong of(String text) {
            int title = text.indexOf('\n');
            int end = text.indexOf(">>>\n");
            return new Wrong(text.substring(0, title), text.substring(title + 1, end), text.substring(end + 4));
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void shouldSayWhereAndWhatIsWrong(Wrong wrong) {
        InvalidConfigException refused =
                catchThrowableOfType(InvalidConfigException.class, () -> ConfigFile.parse(wrong.yaml(), "lab.yaml"));
        assertThat(refused).isNotNull();
        assertThat(refused.problems().stream().map(Problem::toString))
                .containsExactlyElementsOf(wrong.problems().lines().toList());
    }

    @Test
    void shouldBeginEachLineOfItsMessageWithTheFile() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.parse("networks: 1\nports: 2\n", "lab.yaml"))
                .satisfies(refused -> assertThat(refused.getMessage().lines())
                        .hasSize(2)
                        .allMatch(line -> line.matches("lab\\.yaml:[12]:\\d+: .*")));
    }

    @Test
    void shouldRefuseEndlessNestingWithoutExhaustingTheStack() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> ConfigFile.parse("networks: " + "[".repeat(100_000), "deep.yaml"))
                .withMessageContaining("nesting depth");
    }

    @Test
    void shouldSayWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("absent.yaml");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ConfigFile.read(absent))
                .withMessage(absent + ": there is no such file");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ConfigFile.read(binary))
                .withMessage(binary + ": is not UTF-8 text");
    }

    static Stream<Wrong> wrong() throws IOException {
        try (InputStream file = ConfigProblemsTest.class.getResourceAsStream("problems.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return CASE.splitAsStream(text).filter(part -> !part.isEmpty()).map(Wrong::of);
        }
    }
}
