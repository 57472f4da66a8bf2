package io.isolane.tools.regress.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldReadWhatItWrote() throws IOException {
        RunResult result = Runs.run(1, 0.05, 0.01);
        Path file = directory.resolve("run.json");
        RunFile.write(result, file);

        assertThat(RunFile.read(file)).isEqualTo(result);
        assertThat(directory).isDirectoryContaining("glob:**/run.json").isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.99})
    void shouldSayWhereAFileWasCutOff(double share) throws IOException {
        Path file = directory.resolve("run.json");
        String whole = Records.json(Runs.run(1, 0, 0.01));
        Files.writeString(file, whole.substring(0, (int) (share * whole.length())));

        assertThatIOException().isThrownBy(() -> RunFile.read(file)).withMessageStartingWith(file + ":1: ");
    }

    @Test
    void shouldRefuseAnotherSchema() throws IOException {
        Path file = directory.resolve("run.json");
        Files.writeString(file, "{\"schema\": \"isolane-regress-run\", \"version\": 99}");

        assertThatIOException()
                .isThrownBy(() -> RunFile.read(file))
                .withMessage(file + ":1: schema 'isolane-regress-run' version 99, and this program reads"
                        + " 'isolane-regress-run' version 1");
    }

    @Test
    void shouldFindOutBeforehandThatAFileCannotBeWritten() {
        assertThatIOException()
                .isThrownBy(() -> Records.requireWritable(directory))
                .withMessageContaining("is a directory");
        assertThatIOException()
                .isThrownBy(() -> Records.requireWritable(directory.resolve("none/run.json")))
                .withMessageContaining("there is no directory " + directory.resolve("none"));
    }
}
