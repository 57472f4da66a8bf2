package io.isolane.tools.config;

/**
 * Where something stands in a file.
 *
 * @param path the way to it from the top, such as {@code ports[0].vlan.access}; empty at the top
 * @param line from 1 on
 * @param column from 1 on
 */
record Place(String path, int line, int column) {
    /** The path of what stands under a key of this. */
    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The same line and column under the path of a key that is not written there. */
    Place missing(String key) {
        return new Place(pathOf(key), line, column);
    }
}
