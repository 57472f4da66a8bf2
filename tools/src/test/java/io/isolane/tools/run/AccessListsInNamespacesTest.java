package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of access lists, with the kernel's own ping and TCP: nobody listens, so what comes through is refused at once. */
@Timeout(60)
final class AccessListsInNamespacesTest {
    private static final int REFUSED = 1;
    private static final int TIMED_OUT = 124;

    @TempDir
    Path folder;

    @Test
    void shouldLetThroughWhatIsPermittedAndNothingElse() throws IOException {
        Path capture = folder.resolve("mail.pcapng");
        try (Lab lab = Lab.create(folder, "ping", "bash", "timeout");
                Program isolane = Program.isolane(
                        "run", "--config", captured(lab, capture).toString())) {
            isolane.await("ready: 3 ports");
            assertThat(lab.exitOf("vm1", "ping", "-c", "2", "-i", "0.2", "-w", "5", "10.77.0.9"))
                    .isZero();
            assertThat(connect(lab, 80)).isEqualTo(REFUSED);
            assertThat(connect(lab, 443)).isEqualTo(REFUSED);
            assertThat(connect(lab, 22)).isEqualTo(TIMED_OUT);
            assertThat(connect(lab, 25)).isEqualTo(TIMED_OUT);

            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output())
                    .containsPattern("vm1 dropped \\d+ as access-list-in")
                    .containsPattern("server dropped \\d+ as access-list-out")
                    .containsPattern("vm1 in: \\d+ frames, \\d+ bytes by rule 2 of access list 'from-guest'")
                    .containsPattern("server out: \\d+ frames, \\d+ bytes by rule 1 of access list 'to-server'")
                    .containsPattern("server out: \\d+ frames, \\d+ bytes by no rule of its access lists");
            assertThat(Files.size(capture)).isGreaterThan(100);
        }
    }

    private static Path captured(Lab lab, Path capture) throws IOException {
        String yaml = Files.readString(lab.example("access-lists.yaml"));
        return lab.config(yaml.replace("mail.pcapng", capture.toString()));
    }

    private static int connect(Lab lab, int port) {
        return lab.exitOf("vm1", "timeout", "1", "bash", "-c", "exec 3<>/dev/tcp/10.77.0.9/" + port);
    }
}
