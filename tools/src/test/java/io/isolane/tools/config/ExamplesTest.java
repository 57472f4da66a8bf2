package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExamplesTest {
    private static final Path FOLDER = Path.of("examples");

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeSound(Path example) throws IOException, InvalidConfigException {
        assertThat(ConfigFile.read(example).ports()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeListedInTheReadme(Path example) throws IOException {
        assertThat(readme()).contains("(" + example.getFileName() + ")");
    }

    @Test
    void shouldDocumentEveryKeyAsTheSchemasHaveIt() throws IOException {
        assertThat(readme().replaceFirst("(?s)^.*\n## Keys\n\n", "")).isEqualTo(KeyTable.markdown());
    }

    private static String readme() throws IOException {
        return Files.readString(FOLDER.resolve("README.md"));
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }
}
