package io.isolane.tools.regress.report;

import io.isolane.tools.bench.chart.Palette;
import io.isolane.tools.bench.markup.Markup;
import java.util.Arrays;
import java.util.function.Consumer;

/** A self-contained HTML page: light or dark as the reader's system is, for phones and desktops. Stateless. */
public final class Page {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2433; --faint: #5b6474; --paper: #ffffff; --line: #d7dce4;
              --better: #0a7a45; --worse: #c22a2a; --same: #3d6bb3; --unsure: #8a6100; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --faint: #a0a9b8; --paper: #14171d; --line: #343b47;
              --better: #4cc38a; --worse: #ff7b72; --same: #85aef0; --unsure: #e0b050; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
            h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
            .faint { color: var(--faint); font-size: .875rem; }
            .faster, .better { color: var(--better); } .slower, .worse { color: var(--worse); }
            .same { color: var(--same); } .inconclusive { color: var(--unsure); }
            .rows { border-top: 1px solid var(--line); margin: 1rem 0; padding: 0; list-style: none; }
            .row { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) 7.5rem; gap: .25rem 1rem;
              align-items: center; padding: .5rem 0; border-bottom: 1px solid var(--line); }
            .row .reason { grid-column: 1 / -1; } .number { text-align: right; font-variant-numeric: tabular-nums; }
            .verdict { font-weight: 600; }
            figure { margin: 1rem 0; max-width: 46rem; overflow: hidden; border: 1px solid var(--line); border-radius: 8px; }
            @media (max-width: 40rem) { .row { grid-template-columns: minmax(0, 1fr) auto; } .row div:first-child { grid-column: 1 / -1; }
              .number { text-align: left; } }
            """;

    private Page() {}

    /**
     * A page with a title, which is its heading too.
     *
     * @param body writes what follows the heading
     */
    public static String render(String title, Consumer<Markup> body) {
        Markup html = new Markup();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title).element("style", Palette.pageCss() + STYLE).close();
        html.open("body").element("h1", title);
        body.accept(html);
        html.close().close();
        return "<!DOCTYPE html>" + System.lineSeparator() + html + System.lineSeparator();
    }

    /** A text that may be broken before each of its dots. */
    public static void breakable(Markup html, String text) {
        String[] parts = text.split("(?=\\.)");
        html.text(parts[0]);
        Arrays.stream(parts).skip(1).forEach(part -> html.empty("wbr").text(part));
    }
}
