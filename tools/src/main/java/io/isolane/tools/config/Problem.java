package io.isolane.tools.config;

/**
 * One thing that is wrong in a configuration.
 *
 * @param line from 1 on
 * @param column from 1 on
 * @param path the way to the value, such as {@code ports[0].vlan.access}; empty for the file as a whole
 * @param value the value as it is written; empty where there is none
 * @param complaint what is wrong, and after a semicolon what would mend it
 */
public record Problem(int line, int column, String path, String value, String complaint) {
    private static final int LONGEST_QUOTE = 60;

    @Override
    public String toString() {
        return line + ":" + column + ": " + part(path) + part(shortened(value)) + complaint;
    }

    private static String part(String text) {
        return text.isEmpty() ? "" : text + ": ";
    }

    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() <= LONGEST_QUOTE ? oneLine : oneLine.substring(0, LONGEST_QUOTE) + "...";
    }
}
