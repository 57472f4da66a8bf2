package io.isolane.tools.regress.report;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A comparison as the XML of JUnit's Ant task, which CI servers show: a test for each metric, a failure where it is slower, skipped where
 * nothing can be said. Stateless.
 */
final class JUnitReport {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String SUITE = "isolane regress";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private JUnitReport() {}

    static String render(Comparison comparison, Instant now) {
        String tests = String.valueOf(comparison.judgements().size());
        String failures = String.valueOf(Words.count(comparison, Verdict.SLOWER));
        String skipped = String.valueOf(Words.count(comparison, Verdict.INCONCLUSIVE));
        Markup xml = new Markup();
        xml.open("testsuites", "name", SUITE, "tests", tests, "failures", failures, "errors", "0", "time", "0");
        xml.open(
                "testsuite",
                "name",
                SUITE,
                "tests",
                tests,
                "failures",
                failures,
                "errors",
                "0",
                "skipped",
                skipped,
                "timestamp",
                SECONDS.format(now),
                "hostname",
                comparison.candidate().machine().facts().getOrDefault("host", "unknown"),
                "time",
                "0");
        properties(xml, comparison);
        comparison.judgements().forEach(judgement -> test(xml, judgement));
        xml.element("system-out", String.join("\n", comparison.remarks()));
        xml.element("system-err", "");
        xml.close().close();
        return DECLARATION + System.lineSeparator() + xml + System.lineSeparator();
    }

    private static void properties(Markup xml, Comparison comparison) {
        xml.open("properties");
        property(xml, "verdict", comparison.verdict().label());
        property(xml, "threshold", Words.percent(comparison.threshold()));
        side(xml, "baseline", comparison.baseline());
        side(xml, "candidate", comparison.candidate());
        xml.close();
    }

    private static void side(Markup xml, String role, Side side) {
        property(xml, role, side.name());
        side.machine().facts().forEach((fact, value) -> property(xml, role + "." + fact, value));
    }

    private static void property(Markup xml, String name, String value) {
        xml.empty("property", "name", name, "value", value);
    }

    private static void test(Markup xml, Judgement judgement) {
        Row row = Row.of(judgement);
        String name = row.figure() + (row.parameters().isEmpty() ? "" : " [" + row.parameters() + "]");
        String figures = row.baseline() + " to " + row.candidate() + " " + row.unit() + ", change " + row.change() + " "
                + row.interval();
        xml.open("testcase", "classname", judgement.metric().benchmark(), "name", name, "time", "0");
        switch (judgement.verdict()) {
            case SLOWER -> xml.element("failure", figures, "message", row.reason(), "type", row.verdict());
            case INCONCLUSIVE -> xml.empty("skipped", "message", row.reason() + " (" + figures + ")");
            case FASTER, SAME -> xml.element("system-out", row.verdict() + ": " + row.reason() + "\n" + figures);
        }
        xml.close();
    }
}
