package io.isolane.tools.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.Main;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.InvalidResultsException;
import io.isolane.tools.bench.results.Results;
import io.isolane.tools.bench.results.ResultsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PeersCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldListEveryPeerWithItsVersionOrTheWayToGetIt() {
        assertThat(execute("--list")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("isolane", "testpmd", "ovs-dpdk", "vpp", "snabb", "linux-bridge");
        assertThat(out.toString().lines()).hasSize(8);
    }

    @Test
    void shouldMeasureOursAndKeepWhatWasFound() throws IOException, InvalidResultsException {
        Path results = directory.resolve("results.jsonl");

        assertThat(execute("--only", "vpp", "--work", "pairs-2", "--rounds", "1", "--seconds", "0.1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("64 B, 2 pairs", "Isolane, one copy a frame", results.toString());
        Results read = ResultsReader.read(results);
        assertThat(read.run().suite()).isEqualTo("peers");
        assertThat(read.end()).get().extracting(Entry.End::complete).isEqualTo(true);
        assertThat(read.results()).first().satisfies(ours -> {
            assertThat(ours.device().name()).isEqualTo("isolane");
            assertThat(ours.values())
                    .first()
                    .extracting(Entry.Value::value)
                    .satisfies(rate -> assertThat(rate).isPositive());
            assertThat(ours.device().configuration().get("commands")).contains("Forwarder pairs-2 false");
        });
    }

    @Test
    void shouldRefuseUnknownPeersAndWorks() {
        assertThat(execute("--only", "ovs")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "Invalid value for option '--only': 'ovs' is none of testpmd, ovs-dpdk, vpp, snabb, linux-bridge");
        assertThat(execute("--work", "pairs")).isEqualTo(2);
        assertThat(err.toString()).contains("'pairs' is none of pairs-2, pairs-256");
    }

    @Test
    void shouldRefuseACoreThatIsNotThere() {
        assertThat(execute("--core", "4095")).isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value for option '--core': core 4095 is none of those");
    }

    @Test
    void shouldNotWriteOverOtherResults() throws IOException {
        Files.writeString(directory.resolve("results.jsonl"), "kept");

        assertThat(execute("--rounds", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("has results already");
        assertThat(directory.resolve("results.jsonl")).hasContent("kept");
    }

    private int execute(String... options) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("bench", "peers", "--out", directory.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
