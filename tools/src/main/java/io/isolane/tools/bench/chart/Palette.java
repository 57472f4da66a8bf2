package io.isolane.tools.bench.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The colours of charts, for light and for dark: eight that people with any common colour blindness tell apart (after Okabe and Ito), made darker
 * or lighter until each has a contrast of at least 3 to the paper (WCAG 2.2, 1.4.11), and one for bad news. Written out rather than as custom
 * properties, which programs that take an SVG into a slide do not know.
 */
public final class Palette {
    /** Index of the grey of what is only shown beside the data. */
    public static final int GREY = 8;

    /** Index of the colour of a failure. */
    public static final int BAD = 9;

    /** Index of the colour of a success. */
    public static final int GOOD = 2;

    private static final List<Pair> SERIES = List.of(
            new Pair("#0063b1", "#6cb4ff"),
            new Pair("#c24d00", "#ff9a52"),
            new Pair("#007a5a", "#3fcf9c"),
            new Pair("#a53a86", "#f190d3"),
            new Pair("#8a6d00", "#e8c547"),
            new Pair("#2283ad", "#a4e0ff"),
            new Pair("#3d3d47", "#e4e4ea"),
            new Pair("#7a4fc9", "#b9a1ff"),
            new Pair("#6a737d", "#98a3ae"),
            new Pair("#b3261e", "#ff8f86"));
    private static final Pair PAPER = new Pair("#ffffff", "#161b22");
    private static final Pair INK = new Pair("#1b1f24", "#e9edf2");
    private static final Pair DIM = new Pair("#525b66", "#a9b4bf");
    private static final Pair GRID = new Pair("#dfe3e8", "#30363d");
    private static final Pair EDGE = new Pair("#8b949e", "#6e7781");
    private static final String SHAPES = """
            .chart{display:block;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
            font-size:12px;font-variant-numeric:tabular-nums}
            .chart text{stroke:none}
            .chart .title{font-size:16px;font-weight:600}
            .chart .note{font-size:11px}
            .chart .line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
            .chart .dashed{stroke-dasharray:6 4}
            .chart .dotted{stroke-dasharray:1.5 3.5;stroke-linecap:round}
            .chart .mark{fill:currentColor;stroke:currentColor;stroke-width:1}
            .chart .open{fill:none;stroke:currentColor;stroke-width:2}
            .chart .band{fill:currentColor;stroke:none;opacity:.13}
            .chart .grid,.chart .edge,.chart .whisker{fill:none;stroke-width:1}
            .chart .whisker{stroke-width:1.25}
            """;

    private static final String FIGURES = """
            figure svg{width:100%;height:auto}
            .on-wide{display:none}
            @media (min-width:600px){.on-wide{display:block}.on-narrow{display:none}}
            @media print{.on-wide{display:block}.on-narrow{display:none}figure{break-inside:avoid}}
            """;

    private Palette() {}

    private record Pair(String light, String dark) {}

    /** The style sheet of every chart: light, and dark where a screen prefers it. */
    public static String css() {
        return SHAPES + colours(Pair::light) + "@media screen and (prefers-color-scheme:dark){\n" + colours(Pair::dark)
                + "}\n";
    }

    /** The same for a page of HTML whose {@code figure} elements hold charts, {@linkplain Chart#drawForPage once for each width}. */
    public static String pageCss() {
        return css() + FIGURES;
    }

    private static String colours(Function<Pair, String> side) {
        String series = IntStream.range(0, SERIES.size())
                .mapToObj(i -> ".chart .c" + i + "{color:" + side.apply(SERIES.get(i)) + "}\n")
                .collect(Collectors.joining());
        return series + ".chart .paper{fill:" + side.apply(PAPER) + "}\n.chart text{fill:" + side.apply(INK)
                + "}\n.chart .dim{fill:" + side.apply(DIM) + "}\n.chart .grid{stroke:" + side.apply(GRID)
                + "}\n.chart .edge{stroke:" + side.apply(EDGE) + "}\n.chart .whisker{stroke:" + side.apply(INK)
                + "}\n";
    }
}
