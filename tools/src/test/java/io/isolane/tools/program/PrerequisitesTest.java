package io.isolane.tools.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrerequisitesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldNameEveryMissingProgramWithItsPackage() throws IOException {
        for (String present : List.of("ip", "ping", "curl", "iperf3", "python3", "tcpdump")) {
            assertThat(Files.createFile(directory.resolve(present)).toFile().setExecutable(true))
                    .isTrue();
        }

        assertThat(Prerequisites.missing(List.of("ip", "dnsmasq", "dig"), List.of(directory)))
                .contains("not installed: dnsmasq, dig (Debian, Ubuntu: apt install dnsmasq-base bind9-dnsutils)");
    }
}
