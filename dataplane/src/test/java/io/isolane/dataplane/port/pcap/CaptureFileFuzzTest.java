package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Any bytes as a capture file: frames within its bounds, and at most a fault whose place is in it. */
class CaptureFileFuzzTest {
    @SuppressWarnings("NullAway.Init")
    private static Path file;

    @BeforeAll
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzzed", ".capture");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @FuzzTest(maxDuration = "5s")
    void shouldReadFramesWithinTheFileAndRefuseTheRestWithItsPlace(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            ReadFrame.Outcome outcome = ReadFrame.readAll(file);

            int bytes = outcome.frames().stream()
                    .mapToInt(frame -> frame.bytes().length() / 2)
                    .sum();
            assertThat(bytes).isLessThanOrEqualTo(content.length);
            if (outcome.failure() != null) {
                assertThat(outcome.failure()).isInstanceOf(CaptureFormatException.class);
            }
        } catch (CaptureFormatException refused) {
            assertThat(refused.offset()).isBetween(0L, (long) content.length);
        }
    }
}
