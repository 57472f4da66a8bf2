package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs neither root nor Linux. */
final class RunCommandTest {
    private static final String ARP_PROBE = "ffffffffffff52540000000108060001080006040001";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldCheckASoundConfigurationOnly() {
        assertThat(execute("run", "--check", "--config", "examples/vlans.yaml")).isZero();
        assertThat(out)
                .hasToString("examples/vlans.yaml: sound: 4 ports, 1 network, mode learning" + System.lineSeparator());
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void shouldExitWithTwoWhereTheConfigurationIsWrong() throws IOException {
        Path config = Files.writeString(folder.resolve("wrong.yaml"), "networks: []\nport: []\n");

        assertThat(execute("run", "--config", config.toString())).isEqualTo(2);
        assertThat(errors.toString().lines())
                .containsExactly(
                        config + ":1:1: ports: is missing; write a list of ports",
                        config + ":1:11: networks: is empty; write a list of networks",
                        config + ":2:1: port: is an unknown key; did you mean 'ports'?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldExitWithTwoWithoutAConfiguration() {
        assertThat(execute("run", "--config", folder.resolve("absent.yaml").toString()))
                .isEqualTo(2);
        assertThat(execute("run")).isEqualTo(2);
        assertThat(errors.toString()).contains("absent.yaml: there is no such file", "Missing required option");
    }

    @Test
    void shouldReplayAndCaptureFilesUntilTerminated() throws IOException {
        Path replayed = Files.write(folder.resolve("in.pcap"), pcap(ARP_PROBE, 3));
        Path captured = folder.resolve("out.pcapng");
        Path config = Files.writeString(folder.resolve("files.yaml"), """
                networks: [{name: lan, mode: learning}]
                ports:
                  - {name: sink, role: guest, network: lan, kind: pcap, write: '%s'}
                  - {name: source, role: guest, network: lan, kind: pcap, read: '%s'}
                """.formatted(captured, replayed));

        try (Program isolane = Program.isolane("run", "--config", config.toString())) {
            isolane.await("ready: 2 ports, 1 network, mode learning");
            isolane.await("port source: finished");
            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output())
                    .containsPattern("sink +0 +0 +3 +66 +0 +0 +0 +0\n")
                    .containsPattern("source +3 +66 +0 +0 +0");
        }
        assertThat(Files.size(captured)).isGreaterThan(3 * ARP_PROBE.length() / 2);
    }

    private int execute(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(words);
    }

    /** A classic pcap file (magic a1b2c3d4, version 2.4, Ethernet) with one frame several times. */
    private static byte[] pcap(String hex, int times) {
        byte[] frame = HexFormat.of().parseHex(hex);
        ByteBuffer file = ByteBuffer.allocate(24 + times * (16 + frame.length)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        for (int i = 0; i < times; i++) {
            file.putLong(i).putInt(frame.length).putInt(frame.length).put(frame);
        }
        return file.array();
    }
}
