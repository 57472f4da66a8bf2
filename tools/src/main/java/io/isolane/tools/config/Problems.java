package io.isolane.tools.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one reading of a file has found wrong so far. Confined to its thread. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Reports a value. */
    void report(Node node, String complaint) {
        report(node.place(), node.quoted(), complaint);
    }

    /** Reports what stands at a place, or should. */
    void report(Place place, String value, String complaint) {
        found.add(new Problem(place.line(), place.column(), place.path(), value, complaint.replace('`', '\'')));
    }

    int count() {
        return found.size();
    }

    /**
     * Goes on only with a sound file.
     *
     * @throws InvalidConfigException that lists what was found, in the order of the file
     */
    void refuseIfAny(String file) throws InvalidConfigException {
        if (!found.isEmpty()) {
            Comparator<Problem> inOrder = Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);
            throw new InvalidConfigException(
                    file, found.stream().sorted(inOrder).distinct().toList());
        }
    }
}
