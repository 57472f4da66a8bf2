package io.isolane.tools.regress.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.stored.JmhText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendCommandTest {
    private static final JmhText THROUGHPUT = JmhText.throughput("io.isolane.FrameBenchmark.forward");

    /** Each chart is on a page for telephones and for desks. */
    private static final int WIDTHS = 2;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldNameTheResultsBetweenWhichItBecameSlower() throws IOException {
        write(30, at -> at < 24 ? 10 : 9);

        assertThat(trend()).isEqualTo(1);
        assertThat(out.toString())
                .contains("30 results, in the order of the names of their files")
                .contains("a step from", "between 23.json and 24.json", "Trend: 1 of 1 metrics became worse");
    }

    @Test
    void shouldFindNothingWhereNothingChanged() throws IOException {
        write(30, at -> 10);

        assertThat(trend()).isZero();
        assertThat(out.toString()).contains("0 of 1 metrics changed their level");
    }

    @Test
    void shouldSayThatThereAreTooFewResults() throws IOException {
        write(5, at -> at < 3 ? 10 : 5);

        assertThat(trend()).isEqualTo(3);
        assertThat(out.toString()).contains("5 results are too few to find a change");
    }

    @Test
    void shouldMarkEachChangeInTheChartOfThePage() throws Exception {
        write(45, at -> at < 15 ? 10 : at < 30 ? 11 : 9);

        assertThat(trend("--format", "html")).isZero();
        String html = out.toString();
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
        assertThat(withClass(page, "polyline", "line c2 dashed")).isEqualTo(WIDTHS);
        assertThat(withClass(page, "polyline", "line c9 dashed")).isEqualTo(WIDTHS);
        assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(WIDTHS * (45 + 1));
        assertThat(html).contains("Source: ", "Machine: ", "29.json: ").doesNotContain("http://", "https://", "NaN");
    }

    @Test
    void shouldGiveProgramsPointsAndChangesAndTheSameEachTime() throws IOException {
        write(30, at -> at < 15 ? 10 : 9);

        assertThat(trend("--format", "json", "--recent", "20")).isEqualTo(1);
        String first = out.toString();
        JsonNode json = JsonMapper.shared().readTree(first);
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        JsonNode metric = json.path("metrics").path(0);
        assertThat(metric.path("points").size()).isEqualTo(30);
        assertThat(metric.path("changes").path(0).path("to").asInt()).isEqualTo(15);
        out.getBuffer().setLength(0);
        trend("--format", "json", "--recent", "20");
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void shouldLookAtTheNewestOnly() throws IOException {
        write(40, at -> at < 20 ? 10 : 9);

        assertThat(trend("--last", "20")).isZero();
        assertThat(out.toString()).contains("20 results");
    }

    @Test
    void shouldRefuseAJvmThatChangedOnTheWayUnlessAllowed() throws IOException {
        write(20, at -> 10);
        Files.writeString(directory.resolve("20.json"), THROUGHPUT.vm("21").file(10, 10));

        assertThat(trend()).isEqualTo(2);
        assertThat(errors.toString()).contains("19.json:10 and ", "20.json:10: jvm", "--allow-unlike-machines");
        assertThat(trend("--allow-unlike-machines")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"--threshold, 0", "--significance, 0.5", "--recent, 0", "--last, 1001", "--format, junit", "--seed, x"})
    void shouldRefuseAWrongOption(String option, String value) {
        assertThat(trend(option, value)).isEqualTo(2);
        assertThat(errors.toString()).contains(option);
    }

    @Test
    void shouldRefuseABrokenFileWithItsLine() throws IOException {
        write(12, at -> 10);
        Files.writeString(directory.resolve("7.json"), "[\n{");

        assertThat(trend()).isEqualTo(2);
        assertThat(errors.toString().lines()).singleElement().asString().contains("7.json:2", "cut off");
    }

    private static long withClass(Document page, String element, String style) {
        NodeList found = page.getElementsByTagName(element);
        return Stream.iterate(0, at -> at < found.getLength(), at -> at + 1)
                .filter(at -> ((Element) found.item(at)).getAttribute("class").equals(style))
                .count();
    }

    private void write(int results, DoubleUnaryOperator level) throws IOException {
        Random random = new Random(5);
        for (int at = 0; at < results; at++) {
            double value = level.applyAsDouble(at) * (1 + 0.005 * random.nextGaussian());
            Files.writeString(directory.resolve(at + ".json"), THROUGHPUT.file(value, value));
        }
    }

    private int trend(String... options) {
        return new CommandLine(new TrendCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(Stream.concat(Stream.of(directory.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
