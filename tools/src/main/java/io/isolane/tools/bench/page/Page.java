package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Chart;
import io.isolane.tools.bench.chart.Palette;
import io.isolane.tools.bench.markup.Markup;
import java.util.List;

/**
 * The report as one HTML page, for telephones, desks and paper. The first pictures of a section are in it twice, for narrow and for wide, of which the
 * style sheet shows one; the others are folded away, small and once. Stateless.
 */
final class Page {
    private static final int SHOWN_AT_ONCE = 4;
    /** More rows than this nobody reads on a page. */
    private static final int MOST_TRIALS = 200;

    private Page() {}

    static String of(Evidence evidence, List<Section> sections) {
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", Summary.title(evidence))
                .element("style", Palette.pageCss() + Style.CSS)
                .close();
        page.open("body");
        new Summary(evidence, page).write();
        links(page, sections);
        page.open("main");
        sections.forEach(section -> write(page, section));
        trials(page, evidence);
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page + System.lineSeparator();
    }

    private static void links(Markup page, List<Section> sections) {
        page.open("nav", "aria-label", "Parts of the report");
        sections.forEach(section -> page.element("a", section.title(), "href", "#" + section.id()));
        page.close();
    }

    private static void write(Markup page, Section section) {
        page.open("section", "id", section.id()).element("h2", section.title());
        if (!section.lead().isEmpty()) {
            page.element("p", section.lead(), "class", "lead");
        }
        List<Figure> figures = section.figures();
        int shown = Math.min(figures.size(), SHOWN_AT_ONCE);
        figures(page, figures.subList(0, shown));
        if (figures.size() > shown) {
            page.open("details").element("summary", Words.count(figures.size() - shown, "more picture"));
            smallFigures(page, figures.subList(shown, figures.size()));
            page.close();
        }
        section.tables().forEach(table -> table.write(page));
        page.close();
    }

    private static void figures(Markup page, List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        page.open("div", "class", "figures");
        for (Figure figure : figures) {
            page.open("figure");
            figure.chart().drawForPage(page);
            page.close();
        }
        page.close();
    }

    private static void smallFigures(Markup page, List<Figure> figures) {
        page.open("div", "class", "figures small");
        for (Figure figure : figures) {
            page.open("figure");
            figure.chart().draw(page, Chart.NARROW);
            page.close();
        }
        page.close();
    }

    private static void trials(Markup page, Evidence evidence) {
        int count = evidence.results().trials().size();
        if (count > MOST_TRIALS) {
            page.element(
                    "p",
                    "Each of the " + Words.number(count) + " trials is a line of the results file.",
                    "class",
                    "lead");
        } else if (count > 0) {
            page.open("details").element("summary", "Every trial");
            TrialTable.of(evidence).write(page);
            page.close();
        }
    }
}
