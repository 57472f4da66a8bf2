package io.isolane.tools.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.isolane.tools.bench.chart.BarChart.Bar;
import io.isolane.tools.bench.chart.BarChart.Bars;
import io.isolane.tools.bench.chart.SearchChart.Bounds;
import io.isolane.tools.bench.chart.SearchChart.Step;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.bench.markup.Markup;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartTest {
    private static final Labels LABELS = new Labels(
            "Rates & <loads>", "64-byte frames; \"quick\"", "isolane bench --quick \u0007 'a' && b", "lab-7, 2 cores");
    private static final Quantity RATE = Quantity.of("frames/s");

    static Stream<Chart> charts() {
        return Stream.of(lines(), bars(2, 3), search(), intervals());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldBeWellFormedWhateverTheTextsAre(Chart chart) throws Exception {
        Element svg = parse(chart.document()).getDocumentElement();

        assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(elements(svg, "title").getFirst().getTextContent()).isEqualTo("Rates & <loads>");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldSayWhatItShowsWhereItCameFromAndOnWhichMachine(Chart chart) throws Exception {
        String text = String.join(" ", texts(parse(chart.document()).getDocumentElement()));

        assertThat(text)
                .contains(
                        "Rates & <loads>",
                        "64-byte frames",
                        "Source: isolane bench --quick",
                        "Machine: lab-7, 2 cores");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void shouldCarryColoursForLightAndDark(Chart chart) throws Exception {
        String style = elements(parse(chart.document()).getDocumentElement(), "style")
                .getFirst()
                .getTextContent();

        assertThat(style).contains(".chart .c0{color:", "prefers-color-scheme:dark");
    }

    @Test
    void shouldDrawAPointForEveryPointAndALineForEverySeries() throws Exception {
        Element svg = parse(lines().document()).getDocumentElement();

        assertThat(elements(svg, "circle")).hasSize(3 + 1);
        assertThat(elements(svg, "polyline")).hasSize(2 * 2);
    }

    @Test
    void shouldEndAnIntervalBeyondTheAxisInAnArrow() throws Exception {
        IntervalChart beyond = new IntervalChart(
                LABELS,
                LinearScale.over("Change", Quantity.of("%"), -8, 5),
                -2,
                2,
                List.of(new IntervalChart.Row("unknown", Look.of(1), Double.NEGATIVE_INFINITY, -5, 70)));

        assertThat(texts(parse(beyond.document()).getDocumentElement())).contains("\u25c0", "\u25b6");
        assertThat(texts(parse(intervals().document()).getDocumentElement())).doesNotContain("\u25c0", "\u25b6");
    }

    @Test
    void shouldMarkAPlaceAndLeaveOutALabelThatWouldTouchAnother() throws Exception {
        LineChart chart = new LineChart(
                LABELS,
                LinearScale.exactly("Result", Quantity.of(""), 0.5, 20.5),
                LinearScale.upTo("Time", Quantity.of("ns"), 40),
                Quantity.of("ns"),
                List.of(new Series("result", Look.of(0), List.of(Point.named("abc", 1, 2), Point.of(20, 3)))),
                List.of(
                        new LineChart.Mark(5, "+5.0 %", Palette.GOOD),
                        new LineChart.Mark(5.5, "-4.0 %", Palette.BAD),
                        new LineChart.Mark(20, "-9.0 %", Palette.BAD)));
        Element svg = parse(chart.document()).getDocumentElement();

        assertThat(texts(svg)).contains("+5.0 %", "-9.0 %").doesNotContain("-4.0 %");
        assertThat(elements(svg, "polyline"))
                .filteredOn(line -> line.getAttribute("class").endsWith("dashed"))
                .hasSize(3);
        assertThat(elements(svg, "title")).extracting(Element::getTextContent).contains("abc: 2\u00a0ns");
    }

    @Test
    void shouldLeaveOutCornersThatNobodySees() throws Exception {
        List<Point> flat = IntStream.range(0, 500)
                .mapToObj(i -> Point.of(i, i < 250 ? 10 : 20))
                .toList();
        LineChart chart = new LineChart(
                LABELS,
                LinearScale.upTo("Time", Quantity.of("s"), 500),
                LinearScale.upTo("Time", Quantity.of("ns"), 40),
                Quantity.of("ns"),
                List.of(new Series("step", Look.of(0).withShape(Look.Shape.NONE), flat)));

        assertThat(elements(parse(chart.document()).getDocumentElement(), "polyline"))
                .singleElement()
                .extracting(line -> line.getAttribute("points").split(" ").length)
                .isEqualTo(4);
    }

    @Test
    void shouldTellAMouseTheFiguresAndATelephoneNone() throws Exception {
        Markup narrow = new Markup();
        lines().draw(narrow, Chart.NARROW);

        assertThat(elements(parse(lines().document()).getDocumentElement(), "title"))
                .hasSize(1 + 3);
        assertThat(elements(parse(narrow.toString()).getDocumentElement(), "title"))
                .hasSize(1);
    }

    @Test
    void shouldDrawBarsAsHighAsTheirFigures() throws Exception {
        List<Double> heights = elements(parse(bars(1, 3).document()).getDocumentElement(), "rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("bar"))
                .map(rect -> Double.parseDouble(rect.getAttribute("height")))
                .toList();

        assertThat(heights).hasSize(3);
        assertThat(heights.get(1) / heights.get(0)).isCloseTo(2, offset(0.01));
        assertThat(heights.get(2) / heights.get(0)).isCloseTo(3, offset(0.01));
    }

    @Test
    void shouldBreakManyGroupsIntoRowsSoThatNoBarBecomesAHair() throws Exception {
        Element svg = parse(bars(9, 9).document()).getDocumentElement();

        assertThat(elements(svg, "rect"))
                .filteredOn(rect -> rect.getAttribute("class").equals("bar"))
                .hasSize(9 * 9 + 9)
                .allSatisfy(rect -> assertThat(Double.parseDouble(rect.getAttribute("width")))
                        .isGreaterThan(5));
    }

    @Test
    void shouldShowTheLossOfATrialByShapeAndNotByColourAlone() throws Exception {
        Element svg = parse(search().document()).getDocumentElement();

        List<String> shapes = elements(svg, "*").stream()
                .filter(mark -> mark.getAttribute("class").matches("(mark|open) .*"))
                .filter(mark -> mark.getElementsByTagName("title").getLength() > 0)
                .map(Element::getTagName)
                .toList();
        assertThat(shapes).containsExactly("path", "circle", "polygon");
    }

    private static LineChart lines() {
        Series one = new Series(
                "learning & <fast>",
                Look.of(0),
                List.of(new Point(2, 10, 9.0, 12.0), Point.of(256, 20), Point.of(4096, 40)));
        Series other = new Series("jitter", Look.REFERENCE, List.of(Point.of(2, 1), Point.of(4096, 2)));
        return new LineChart(
                LABELS,
                LogScale.of("Addresses", Quantity.of(""), List.of(2.0, 256.0, 4096.0)),
                LinearScale.upTo("Time", Quantity.of("ns"), 40),
                Quantity.of("ns"),
                List.of(one, other));
    }

    private static BarChart bars(int series, int groups) {
        List<Bars> bars = IntStream.range(0, series)
                .mapToObj(i -> new Bars(
                        "mode " + i,
                        Look.of(i),
                        IntStream.rangeClosed(1, groups)
                                .mapToObj(k -> new Bar(k * 1e6, k * 0.9e6, k * 1.1e6))
                                .toList()))
                .toList();
        List<String> names =
                IntStream.range(0, groups).mapToObj(Integer::toString).toList();
        return new BarChart(LABELS, "Frame size", names, LinearScale.upTo("Rate", RATE, groups * 1e6), RATE, bars);
    }

    private static SearchChart search() {
        return new SearchChart(
                LABELS,
                RATE,
                0.005,
                List.of("NDR"),
                List.of(
                        new Step(8e6, 0.2, List.of(new Bounds(null, 8e6))),
                        new Step(4e6, 0, List.of(new Bounds(4e6, 8e6))),
                        new Step(6e6, 0.001, List.of(new Bounds(4e6, 6e6)))));
    }

    private static IntervalChart intervals() {
        return new IntervalChart(
                LABELS,
                LinearScale.over("Change", Quantity.of("%"), -8, 5),
                -2,
                2,
                List.of(new IntervalChart.Row("forward: slower", Look.of(1), -6, -5, -4)));
    }

    private static Document parse(String svg) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Element svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
