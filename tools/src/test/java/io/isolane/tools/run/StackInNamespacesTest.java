package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a network stack in the switch's own process, asked by the kernel's. */
final class StackInNamespacesTest {
    private static final String UDP_ECHO = """
            import socket
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.settimeout(10)
            for size in (0, 1, 5, 1472):
                s.sendto(b'x' * size, ('10.77.0.9', 7))
                answer, sender = s.recvfrom(2000)
                print(len(answer), answer == b'x' * size, sender)
            """;

    @TempDir
    Path folder;

    @Test
    void shouldAnswerPingAndEchoDatagramsThroughATap() throws IOException {
        try (Lab lab = Lab.create(folder, "ping", "python3");
                Program isolane = Program.isolane(
                        "run", "--config", lab.example("stack.yaml").toString())) {
            isolane.await("ready: 2 ports");
            try (Program ping = lab.in("vm1", "ping", "-c", "3", "-i", "0.2", "-w", "10", "10.77.0.9")) {
                assertThat(ping.awaitExit()).isZero();
                assertThat(ping.output()).contains("3 packets transmitted, 3 received");
            }
            try (Program echo = lab.in("vm1", "python3", "-c", UDP_ECHO)) {
                assertThat(echo.awaitExit()).isZero();
                assertThat(echo.output()).isEqualTo("""
                                0 True ('10.77.0.9', 7)
                                1 True ('10.77.0.9', 7)
                                5 True ('10.77.0.9', 7)
                                1472 True ('10.77.0.9', 7)""");
            }
            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output()).containsPattern("stack echo: \\d+ arp-reply, 3 echo-reply, 4 udp-echo");
        }
    }
}
