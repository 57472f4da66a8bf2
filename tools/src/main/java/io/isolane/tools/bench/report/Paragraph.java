package io.isolane.tools.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines of at most so many columns. Stateless. */
public final class Paragraph {
    private static final int COLUMNS = 120;

    private Paragraph() {}

    /** Lines of {@code text}, the first after {@code bullet}, the others indented as far; a word is never cut. */
    public static List<String> wrap(String bullet, String text) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(bullet.length());
        StringBuilder line = new StringBuilder(bullet);
        String gap = "";
        for (String word : text.split(" ", -1)) {
            if (line.length() + gap.length() + word.length() > COLUMNS && !gap.isEmpty()) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        lines.add(line.toString());
        return lines;
    }
}
