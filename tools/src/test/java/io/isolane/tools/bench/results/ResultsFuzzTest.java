package io.isolane.tools.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Any bytes as the results of a run, whole or in part: results, or a refusal that names the file. */
class ResultsFuzzTest {
    @SuppressWarnings("NullAway.Init")
    private static Path file;

    @BeforeAll
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzzed", ".jsonl");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @FuzzTest(maxDuration = "5s")
    void shouldReadAnyBytesOrSayWhatIsWrongInWhichFile(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            assertThat(ResultsReader.read(file).entries()).isNotEmpty();
        } catch (InvalidResultsException refused) {
            assertThat(refused).hasMessageStartingWith(file + ":");
        }
        try {
            assertThat(ResultsReader.readPartial(file).entries()).isNotEmpty();
        } catch (InvalidResultsException refused) {
            assertThat(refused).hasMessageStartingWith(file + ":");
        }
    }
}
