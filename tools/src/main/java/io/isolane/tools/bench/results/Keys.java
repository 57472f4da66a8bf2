package io.isolane.tools.bench.results;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether an object has the keys of a record, no fewer and no more, and null only where the record allows it. Stateless. */
final class Keys {
    private static final String KIND = "kind";

    private Keys() {}

    /**
     * Checks an object and the objects in it.
     *
     * @param path where it stands, for the message; empty for the line itself
     * @throws InvalidLineException if a key is missing, unknown or null
     */
    static void check(JsonNode node, Class<?> type, String path) throws InvalidLineException {
        if (!node.isObject()) {
            throw new InvalidLineException(
                    path.isEmpty() ? "this is not an object" : "'" + path + "' is not an object");
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        for (String key : node.propertyNames()) {
            if (!known.contains(key) && !(path.isEmpty() && key.equals(KIND))) {
                throw new InvalidLineException("the key '" + under(path, key) + "' is not known here");
            }
        }
        for (RecordComponent component : components) {
            check(node.path(component.getName()), component, under(path, component.getName()));
        }
    }

    private static void check(JsonNode value, RecordComponent component, String path) throws InvalidLineException {
        if (value.isMissingNode()) {
            throw new InvalidLineException("the key '" + path + "' is missing");
        }
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value.isNull() && !mayBeNull) {
            throw new InvalidLineException("'" + path + "' is null");
        }
        if (component.getType().isRecord()) {
            check(value, component.getType(), path);
        } else if (component.getType() == List.class
                && element(component) instanceof Class<?> type
                && type.isRecord()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.path(i), type, path + "[" + i + "]");
            }
        }
    }

    private static Type element(RecordComponent component) {
        return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
