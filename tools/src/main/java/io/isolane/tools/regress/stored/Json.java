package io.isolane.tools.regress.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file that knows where it stands, so that whoever expects another can say so. Immutable.
 *
 * @param place of its first character
 * @param path the way to it from the top, such as {@code [0].primaryMetric.score}; empty at the top
 * @param value a map of members, a list of items, a text, a number, a truth value or null
 */
record Json(Place place, String path, @Nullable Object value) {
    private static final int LONGEST_QUOTE = 40;

    /** The member of an object that must have it. */
    Json member(String key) throws InvalidResultsException {
        Json found = members().get(key);
        if (found == null) {
            throw complaint("there is no '" + key + "' here");
        }
        return found;
    }

    /** The member of an object that may have it; null in the file counts as none. */
    Optional<Json> find(String key) throws InvalidResultsException {
        return Optional.ofNullable(members().get(key)).filter(found -> found.value != null);
    }

    @SuppressWarnings("unchecked") // JsonFile puts nothing else into it.
    Map<String, Json> members() throws InvalidResultsException {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, Json>) members;
        }
        throw expected("an object");
    }

    @SuppressWarnings("unchecked") // JsonFile puts nothing else into it.
    List<Json> items() throws InvalidResultsException {
        if (value instanceof List<?> items) {
            return (List<Json>) items;
        }
        throw expected("a list");
    }

    String text() throws InvalidResultsException {
        if (value instanceof String text) {
            return text;
        }
        throw expected("a text");
    }

    /** A finite number. */
    double number() throws InvalidResultsException {
        if (value instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw expected("a number");
    }

    int integer() throws InvalidResultsException {
        double number = number();
        if (number == (int) number) {
            return (int) number;
        }
        throw expected("a whole number");
    }

    /** What a report can show of it: a text as it is, everything else as JSON has it. */
    String shown() {
        String shown = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
        return shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE) + "...";
    }

    /** That this cannot be used. */
    InvalidResultsException complaint(String complaint) {
        return new InvalidResultsException(place, (path.isEmpty() ? "" : path + ": ") + complaint);
    }

    private InvalidResultsException expected(String what) {
        String found = value instanceof Map ? "an object" : value instanceof List ? "a list" : "'" + shown() + "'";
        return complaint("expected " + what + " and found " + found);
    }
}
