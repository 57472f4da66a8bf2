package io.isolane.tools.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.Main;
import io.isolane.tools.bench.results.SampleRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path directory;

    private Path results;

    @BeforeEach
    void write() throws IOException {
        results = directory.resolve("results.jsonl");
        SampleRun.usual().write(results);
    }

    @Test
    void shouldWriteThePageBesideTheResults() throws IOException {
        assertThat(execute(results.toString())).isZero();
        assertThat(out.toString()).contains("report.html: ", " pictures");
        assertThat(Files.readString(directory.resolve("report.html")))
                .contains(
                        "<!DOCTYPE html>",
                        "Throughput by isolation mode and frame size",
                        "Latency by percentile: 64-byte frames",
                        "jitter: tester's thread late",
                        "tester back to back, no device",
                        "Frame loss over the load",
                        "Search for throughput: learning, 64-byte frames",
                        "Cost against number of addresses",
                        "The machine's own jitter",
                        "RFC 8204",
                        "131072 addresses",
                        "A binary search that ends when its bounds are within 1 %.",
                        "isolane bench rfc2544 --quick --mode learning");
    }

    @Test
    void shouldNeedNeitherANetworkNorAScript() throws IOException {
        execute(results.toString());

        assertThat(Files.readString(directory.resolve("report.html")))
                .doesNotContain("<script", "<link", "<img", "@import", "url(", "src=")
                .doesNotContainPattern("href=\"(?!#)");
    }

    @Test
    void shouldWriteEveryPictureAsAWellFormedFileOfItsOwn() throws Exception {
        Path pictures = directory.resolve("a/b");

        assertThat(execute(
                        results.toString(),
                        "--html",
                        directory.resolve("x.html").toString(),
                        "--svg",
                        pictures.toString()))
                .isZero();
        List<Path> files;
        try (Stream<Path> all = Files.list(pictures)) {
            files = all.toList();
        }
        String said = out.toString();
        assertThat(said).contains("x.html: " + files.size() + " pictures");
        assertThat(files)
                .map(file -> file.getFileName().toString())
                .contains(
                        "rfc2544-throughput-throughput-256.svg",
                        "rfc2544-latency-64-100-of-the-throughput-256.svg",
                        "cost-rfc2544-throughput-throughput-64.svg",
                        "search-rfc2544-throughput-isolane-learning-64-256.svg")
                .allMatch(name -> name.matches("[a-z0-9-]+\\.svg"));
        for (Path file : files) {
            DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        }
    }

    @Test
    void shouldDrawCurvesOfThePercentilesWhereThereIsNoLog() throws IOException {
        Files.delete(directory.resolve("results.hlog"));

        assertThat(execute(results.toString())).isZero();
        assertThat(Files.readString(directory.resolve("report.html")))
                .contains("Latency by percentile: 64-byte frames", "jitter: tester's thread late");
    }

    @Test
    void shouldRefuseResultsThatWereCutOffAndTakeThemIfAskedTo() throws IOException {
        List<String> lines = Files.readAllLines(results);
        Files.write(results, lines.subList(0, lines.size() / 2));

        assertThat(execute(results.toString())).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("isolane: " + results + ":" + lines.size() / 2 + ": ")
                .contains("--partial")
                .hasLineCount(1);
        assertThat(directory.resolve("report.html")).doesNotExist();

        assertThat(execute(results.toString(), "--partial")).isZero();
        assertThat(Files.readString(directory.resolve("report.html"))).contains("The run was cut off");
    }

    @Test
    void shouldNameTheLineOfALogThatIsBroken() throws IOException {
        Path log = directory.resolve("results.hlog");
        Files.writeString(log, Files.readString(log).substring(0, 5000));

        assertThat(execute(results.toString())).isEqualTo(2);
        assertThat(errors.toString())
                .contains(log + ":")
                .contains("no interval of an HdrHistogram log")
                .hasLineCount(1);
    }

    @Test
    void shouldSayThatAPageCannotBeWritten() {
        assertThat(execute(
                        results.toString(),
                        "--html",
                        directory.resolve("none/x.html").toString()))
                .isEqualTo(1);
        assertThat(errors.toString())
                .contains("none/x.html cannot be written: there is no such directory")
                .hasLineCount(1);
    }

    @Test
    void shouldExplainItself() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("--partial", "isolane bench report results.jsonl --html report.html");
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(Stream.concat(Stream.of("bench", "report"), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
