package io.isolane.tools.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.core.policy.IsolationMode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AuditCommandTest {
    private static final int TERMINAL = 120;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintBothTablesAndExitWithZeroWhereEveryModeKeepsItsWord() {
        int code = execute("--in-memory", "--out", directory.toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("VMware Server", "XenSource XenExpress", "Yes (0 of ", "No  (")
                .containsPattern("host-shielded +heard +heard +- +heard +- +heard +heard +heard +heard")
                .containsPattern("learning( +-){6}( +heard){3}")
                .doesNotContain("NOT AS EXPECTED");
        assertThat(out.toString().lines().filter(line -> !line.startsWith("recorded frames")))
                .allMatch(line -> line.length() <= TERMINAL || line.startsWith("Captures:"));
        for (IsolationMode mode : IsolationMode.values()) {
            assertThat(directory.resolve(mode.label() + ".pcapng")).isNotEmptyFile();
        }
    }

    @Test
    void shouldWriteTheSameAsJson() {
        Path json = directory.resolve("audit.json");

        execute(
                "--in-memory",
                "--mode",
                "learning,host-shielded",
                "--out",
                directory.toString(),
                "--json",
                json.toString());

        JsonNode document = JsonMapper.shared().readTree(json.toFile());
        assertThat(document.get("kept").asBoolean()).isTrue();
        assertThat(document.get("modes").size()).isEqualTo(2);
        assertThat(document.get("modes").get(0).get("mode").asString()).isEqualTo("learning");
        JsonNode host =
                document.get("modes").get(1).get("rows").get(1).get("flows").get(2);
        assertThat(host.get("flow").asString()).isEqualTo("host to LAN, unicast");
        assertThat(host.get("expected").asString()).isEqualTo("never");
        assertThat(host.get("verdict").asString()).isEqualTo("kept");
        assertThat(host.get("heard").asLong()).isZero();
        assertThat(host.get("sent").asLong()).isPositive();
    }

    @Test
    void shouldRefuseAModeThatThereIsNot() {
        assertThat(execute("--in-memory", "--mode", "hub")).isEqualTo(2);
        assertThat(err.toString()).contains("'hub' is not an isolation mode", "shared-medium");
    }

    @Test
    void shouldRefuseToKeepWhatAReplayDoesNotMake() {
        assertThat(execute("--in-memory", "--keep")).isEqualTo(2);
        assertThat(err.toString()).contains("--keep");
    }

    @Test
    void shouldRefuseAResultFileThatCannotBeWrittenBeforeTheWorkIsDone() {
        Path nowhere = directory.resolve("missing").resolve("audit.json");

        assertThat(execute("--in-memory", "--json", nowhere.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such directory").doesNotContain("[1/");
    }

    @Test
    void shouldRefuseADirectoryThatIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(execute("--in-memory", "--out", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file.toString());
    }

    @Test
    void shouldWriteCapturesThatWiresharkReadsWithNamesAndComments() throws IOException, InterruptedException {
        execute("--in-memory", "--mode", "shared-medium", "--out", directory.toString());

        List<String> overheard = tshark("frame.interface_name == \"VM1\" && frame.comment contains \"not VM1's\"");
        List<String> damaged = tshark("_ws.malformed");

        assertThat(overheard).hasSizeGreaterThan(200);
        assertThat(damaged).isEmpty();
    }

    private List<String> tshark(String filter) throws IOException, InterruptedException {
        assumeTrue(
                List.of(System.getenv("PATH").split(":", -1)).stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark"))),
                "tshark is not installed");
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(
                        "tshark",
                        "-n",
                        "-r",
                        directory.resolve("shared-medium.pcapng").toString(),
                        "-Y",
                        filter)
                .redirectError(errors.toFile())
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return lines;
    }

    private int execute(String... words) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .execute(words);
    }
}
