package io.isolane.tools.bench.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.tools.Main;
import io.isolane.tools.program.Prerequisites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class TcpCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldMeasureTheBridgeAndBothKindsOfPort() {
        Optional<String> missing = Prerequisites.missing(List.of("ip", "iperf3"));
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));

        assertThat(execute("--rounds", "1", "--seconds", "1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Linux bridge, veth", "Isolane, TAP", "Isolane, AF_PACKET on veth");
    }

    @Test
    void shouldRefuseRoundsOutOfRange() {
        assertThat(execute("--rounds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds 0 is for 1 to 100");
    }

    @Test
    void shouldTakeWhatArrivedFromTheReport() throws IOException {
        String report = "{\"end\":{\"sum_sent\":{\"bits_per_second\":2e9},\"sum_received\":{\"bits_per_second\":1e9}}}";

        assertThat(Stream.bitsPerSecond(report)).isEqualTo(1e9);
    }

    @Test
    void shouldNotTakeSilenceForAResult() {
        assertThatThrownBy(() -> Stream.bitsPerSecond("{\"error\":\"unable to connect\"}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unable to connect");
    }

    @Test
    void shouldPairEachRoundWithTheBridgesInTheSameRound() {
        TcpResult result = new TcpResult("x", List.of(1.0, 9.0, 4.0), List.of(0.5, 0.9, 0.4));

        assertThat(result.median()).isEqualTo(4.0);
        assertThat(result.medianRatio()).isEqualTo(0.5);
    }

    private int execute(String... options) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("bench", "tcp"), java.util.stream.Stream.of(options))
                .toArray(String[]::new));
    }
}
