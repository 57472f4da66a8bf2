package io.isolane.tools.regress.report;

import io.isolane.tools.regress.verdict.Comparison;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** In what form verdicts are given. */
public enum Format {
    /** A table for a terminal. */
    TEXT,
    /** For programs; its schema has a number. */
    JSON,
    /** A table that GitHub and GitLab render, for a comment or a job's summary. */
    MARKDOWN,
    /** XML that CI servers show as tests: a test for each metric. */
    JUNIT,
    /** One page that needs no network. */
    HTML;

    /**
     * A comparison in this form, ending in a newline.
     *
     * @param ansi whether text has colours
     * @param now the time that the JUnit report bears
     * @param command the command line that made it, for a chart
     */
    public String render(Comparison comparison, Ansi ansi, Instant now, String command) {
        return switch (this) {
            case TEXT -> TextReport.render(comparison, ansi);
            case JSON -> JsonReport.render(comparison);
            case MARKDOWN -> MarkdownReport.render(comparison);
            case JUNIT -> JUnitReport.render(comparison, now);
            case HTML -> HtmlReport.render(comparison, command);
        };
    }

    /** As the command line has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
