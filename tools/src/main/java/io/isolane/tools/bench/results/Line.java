package io.isolane.tools.bench.results;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** A line of a results file as an entry. Stateless. */
final class Line {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private static final Map<String, Class<?>> KINDS = kinds();

    private Line() {}

    /**
     * Reads a line.
     *
     * @throws InvalidLineException if it is not JSON, of no known kind, of another schema, or its keys or values are not those of its kind
     */
    static Entry read(String line) throws InvalidLineException {
        try {
            JsonNode tree = MAPPER.readTree(line);
            checkSchema(tree);
            Keys.check(tree, kind(tree), "");
            return MAPPER.treeToValue(tree, Entry.class);
        } catch (StreamReadException notJson) {
            throw new InvalidLineException("this is not JSON: " + firstLine(notJson) + " (column "
                    + notJson.getLocation().getColumnNr() + ")");
        } catch (MismatchedInputException wrong) {
            throw new InvalidLineException("'" + path(wrong) + "' is not " + wanted(wrong.getTargetType()));
        } catch (DatabindException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new InvalidLineException(String.valueOf(cause.getMessage()));
        }
    }

    private static void checkSchema(JsonNode tree) throws InvalidLineException {
        JsonNode schema = tree.path("schema");
        if (!schema.isMissingNode() && !(schema.isInt() && schema.intValue() == Entry.SCHEMA)) {
            throw new InvalidLineException("schema " + schema + " is not the one this version reads, " + Entry.SCHEMA
                    + ": use the version of isolane that wrote the file, or measure again");
        }
    }

    private static Class<?> kind(JsonNode tree) throws InvalidLineException {
        JsonNode kind = tree.path("kind");
        Class<?> type = KINDS.get(kind.asString(""));
        if (type == null) {
            throw new InvalidLineException(
                    (kind.isMissingNode() ? "the key 'kind' is missing" : "kind " + kind + " is not known")
                            + "; known are " + String.join(", ", KINDS.keySet()));
        }
        return type;
    }

    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> "true or false";
            case "String" -> "a text";
            case "List" -> "a list";
            case "Instant" -> "a time such as 2026-01-31T12:00:00Z";
            default -> "an object";
        };
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    private static Map<String, Class<?>> kinds() {
        JsonSubTypes.Type[] types =
                Entry.class.getAnnotation(JsonSubTypes.class).value();
        return Arrays.stream(types)
                .collect(Collectors.toMap(
                        JsonSubTypes.Type::name, JsonSubTypes.Type::value, (one, same) -> one, TreeMap::new));
    }
}
