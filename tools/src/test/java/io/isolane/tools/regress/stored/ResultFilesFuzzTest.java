package io.isolane.tools.regress.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Any bytes as stored results of JMH, of a suite or of the gate: results, or a refusal that names the file. */
class ResultFilesFuzzTest {
    @SuppressWarnings("NullAway.Init")
    private static Path file;

    @BeforeAll
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzzed", ".json");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @FuzzTest(maxDuration = "5s")
    void shouldReadAnyBytesOrSayWhatIsWrongInWhichFile(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            assertThat(ResultFiles.read(file).metrics()).isNotNull();
        } catch (InvalidResultsException refused) {
            assertThat(refused).hasMessageStartingWith(file + ":");
        }
    }
}
