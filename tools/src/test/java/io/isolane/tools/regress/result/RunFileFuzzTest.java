package io.isolane.tools.regress.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.isolane.tools.regress.level.LevelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Any bytes as each of the gate's own files: its record, or a refusal that names the file and the line. */
class RunFileFuzzTest {
    @SuppressWarnings("NullAway.Init")
    private static Path file;

    /** A reader of one kind of file. */
    private interface Reader {
        Object read(Path from) throws IOException;
    }

    @BeforeAll
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzzed", ".json");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @FuzzTest(maxDuration = "5s")
    void shouldReadAnyBytesOrSayWhereTheyAreWrong(byte[] content) throws IOException {
        Files.write(file, content);
        read(RunFile::read);
        read(PoolFile::read);
        read(LevelFile::read);
    }

    private static void read(Reader reader) {
        try {
            assertThat(reader.read(file)).isNotNull();
        } catch (IOException refused) {
            assertThat(refused).hasMessageMatching("(?s)" + file + ":\\d+: .+");
        }
    }
}
