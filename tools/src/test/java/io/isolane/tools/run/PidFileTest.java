package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldHoldTheProcessNumberUntilItIsRemoved() throws IOException {
        Path file = folder.resolve("pid");
        PidFile written = PidFile.write(file);
        assertThat(file).content().isEqualTo(ProcessHandle.current().pid() + "\n");
        written.remove();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a number", "1", "9999999999"})
    void shouldReplaceAFileThatNoSwitchOwns(String stale) throws IOException {
        Path file = Files.writeString(folder.resolve("pid"), stale);
        PidFile.write(file);
        assertThat(file).content().isEqualTo(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void shouldLeaveAFileThatAnotherProcessHasWrittenSince() throws IOException {
        Path file = folder.resolve("pid");
        PidFile written = PidFile.write(file);
        Files.writeString(file, "12\n");
        written.remove();
        assertThat(file).content().isEqualTo("12\n");
    }
}
