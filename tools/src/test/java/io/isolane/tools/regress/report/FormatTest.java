package io.isolane.tools.regress.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void shouldGiveJUnitXmlThatFitsTheUsualSchema() {
        assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(FormatTest.class.getResource("junit.xsd"))
                        .newValidator()
                        .validate(new StreamSource(new StringReader(render(Format.JUNIT)))))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldFailATestForASlowerMetricAndSkipOneOfWhichNothingCanBeSaid() throws Exception {
        Element suite = (Element)
                xml(render(Format.JUNIT)).getElementsByTagName("testsuite").item(0);

        assertThat(List.of("tests", "failures", "errors", "skipped", "timestamp", "hostname"))
                .extracting(suite::getAttribute)
                .containsExactly("4", "1", "0", "1", "2026-11-23T12:00:00", "lab<1>");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("p99 [key]]>=<value>]");
        assertThat(failure.getAttribute("message")).startsWith("because of a.B.<script>");
        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertThat(((Element) skipped.getParentNode()).getAttribute("name")).startsWith("p99.9");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    }

    @Test
    void shouldLetNoNameBecomeMarkupOfAPage() throws Exception {
        String html = render(Format.HTML);

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "http://", "https://", "\u0000", "\u001b");
        Document page = xml(html.substring(html.indexOf("<html")));
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(html).contains("prefers-color-scheme: dark", "width=device-width");
    }

    @Test
    void shouldDrawWhatLiesBeyondTheAxisAsAnArrow() {
        assertThat(render(Format.HTML)).contains("\u25c0").contains("\u25b6").doesNotContain("NaN", "Infinity");
    }

    @Test
    void shouldKeepEveryRowOfAMarkdownTableWhole() {
        List<String> table = render(Format.MARKDOWN)
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();

        assertThat(table)
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.replace("\\|", "")
                                .chars()
                                .filter(character -> character == '|')
                                .count())
                        .isEqualTo(10));
        assertThat(render(Format.MARKDOWN)).doesNotContain("<script", "@everyone", "**bold", "\u001b");
    }

    @Test
    void shouldNotLetANameSteerTheTerminal() {
        assertThat(render(Format.TEXT))
                .doesNotContain("\u001b", "\u0000")
                .contains("Verdict: slower (1 faster, 1 slower, 1 same");
    }

    @Test
    void shouldGiveProgramsEveryFigure() {
        JsonNode json = JsonMapper.shared().readTree(render(Format.JSON));

        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("verdict").asString()).isEqualTo("slower");
        assertThat(json.path("exitCode").asInt()).isEqualTo(1);
        JsonNode metric = json.path("metrics").path(0);
        assertThat(metric.path("benchmark").asString()).isEqualTo(Hostile.NAME);
        assertThat(metric.path("effect").asDouble()).isEqualTo(-0.08);
        assertThat(metric.path("low").asDouble()).isEqualTo(-0.1);
        assertThat(json.path("metrics").path(3).path("low").isNull()).isTrue();
    }

    private static String render(Format format) {
        return format.render(Hostile.comparison(), Ansi.OFF, NOON, "isolane regress compare a b");
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
