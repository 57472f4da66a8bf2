package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.markup.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A picture that explains itself. Immutable. */
public interface Chart {
    /** Units of width that suit a telephone, without what only a mouse finds: {@link #draw} takes any from here on. */
    int NARROW = 350;

    /** Units of width that suit a page or a slide. */
    int WIDE = 600;

    /** What it says around the data. */
    Labels labels();

    /**
     * Draws the picture as an {@code svg} element; {@link Palette#css} has the colours it asks for.
     *
     * @param width in CSS pixels at natural size, at least {@link #NARROW}; the height follows from what there is to show
     */
    void draw(Markup into, int width);

    /** Draws it twice as an element of a page, for telephones and for desks; {@link Palette#pageCss} shows the one that fits. */
    default void drawForPage(Markup page) {
        page.open("div", "class", "on-narrow");
        draw(page, NARROW);
        page.close().open("div", "class", "on-wide");
        draw(page, WIDE);
        page.close();
    }

    /** The picture as a document of its own, colours included, {@link #WIDE} wide. */
    default String document() {
        Markup markup = new Markup();
        draw(markup, WIDE);
        String style = "<style>" + Palette.css() + "</style>";
        return markup.toString()
                        .replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                        .replaceFirst("</title>", "</title>" + style)
                + System.lineSeparator();
    }

    /**
     * Writes {@link #document}.
     *
     * @throws IOException if the file cannot be written
     */
    default void write(Path file) throws IOException {
        Files.writeString(file, document());
    }
}
