package io.isolane.tools.regress.stored;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON values of a text, one after the other, each of which then knows its line. Confined to its thread. */
final class JsonText implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final String file;
    private final JsonParser parser;

    JsonText(String file, String text) {
        this.file = file;
        this.parser = JSON.createParser(ObjectReadContext.empty(), text);
    }

    /**
     * The next value; empty at the end of the text.
     *
     * @throws InvalidResultsException if there is something that is not JSON, or a value breaks off
     */
    Optional<Json> next() throws InvalidResultsException {
        try {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(value(""));
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private Json value(String path) throws InvalidResultsException {
        Place place = here();
        return new Json(place, path, content(path));
    }

    private @Nullable Object content(String path) throws InvalidResultsException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(path);
            case START_ARRAY -> items(path);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private Map<String, Json> members(String path) throws InvalidResultsException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.getString();
            Place place = here();
            parser.nextToken();
            if (members.put(key, value(path.isEmpty() ? key : path + "." + key)) != null) {
                throw new InvalidResultsException(
                        place, "'" + key + "' stands twice in one object; keep one of the two");
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private List<Json> items(String path) throws InvalidResultsException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return Collections.unmodifiableList(items);
    }

    private Place here() {
        return new Place(file, parser.currentTokenLocation().getLineNr());
    }

    private InvalidResultsException broken(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        Place place = new Place(file, at == null ? 1 : at.getLineNr());
        String reason = broken.getOriginalMessage().lines().findFirst().orElse("");
        return reason.startsWith("Unexpected end-of-input")
                ? new InvalidResultsException(
                        place,
                        "the file ends in the middle of a value: it was cut off; measure again, or copy it whole")
                : new InvalidResultsException(
                        place,
                        "is not JSON: " + reason
                                + "; give the file that JMH's '-rf json', 'isolane bench' or 'isolane regress run' wrote");
    }
}
