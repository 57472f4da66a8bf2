package io.isolane.tools.regress.stored;

/**
 * Where something stands. Immutable.
 *
 * @param file as it was named
 * @param line from 1 on
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
