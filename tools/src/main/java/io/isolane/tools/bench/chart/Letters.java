package io.isolane.tools.bench.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes, guessed without a browser: as wide as in the widest of the usual sans-serif fonts (DejaVu Sans, Verdana), so that what fits
 * here fits everywhere. Stateless.
 */
final class Letters {
    private static final String NARROW = "iljtfrI|!'.,:;()[]/\\ \u00a0-";
    private static final String BROAD = "mwMW@%—…";
    private static final double NARROW_EM = 0.4;
    private static final double BROAD_EM = 1.0;
    private static final double CAPITAL_EM = 0.76;
    private static final double OTHER_EM = 0.63;

    private Letters() {}

    /** The width of a line of text whose font has {@code size} pixels. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Letters::ems).sum() * size;
    }

    /** The text as lines that are at most {@code room} wide, broken at blanks; a word that is wider is broken where it must be. */
    static List<String> wrap(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            for (String piece : pieces(word, size, room)) {
                boolean isFirst = line.isEmpty();
                if (!isFirst && width(line + " " + piece, size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    private static List<String> pieces(String word, double size, double room) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int letter : word.codePoints().toArray()) {
            if (!piece.isEmpty() && width(piece + Character.toString(letter), size) > room) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(letter);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static double ems(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return NARROW_EM;
        }
        if (BROAD.indexOf(letter) >= 0) {
            return BROAD_EM;
        }
        return Character.isUpperCase(letter) ? CAPITAL_EM : OTHER_EM;
    }
}
