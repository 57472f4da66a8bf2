package io.isolane.tools.config;

import io.isolane.tools.config.Key.Condition;
import io.isolane.tools.config.Node.Mapping;
import io.isolane.tools.config.Node.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A mapping read by its schema: its values, and problems for keys that are unknown, missing or out of place. */
final class Section {
    private final Map<String, Object> values = new HashMap<>();
    private final Mapping mapping;
    private final Schema schema;
    private final Problems problems;
    private final int problemsBefore;

    private Section(Mapping mapping, Schema schema, Problems problems) {
        this.mapping = mapping;
        this.schema = schema;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    /** Reads all keys; empty, with problems reported, if {@code node} is no mapping. */
    static Optional<Section> read(Node node, Schema schema, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.report(node, "is no mapping; write the keys of a " + schema.noun() + ", one to a line");
            return Optional.empty();
        }
        Section section = new Section(mapping, schema, problems);
        mapping.keys().forEach(section::refuseUnknown);
        schema.keys().forEach(section::readKey);
        return Optional.of(section);
    }

    boolean has(Key<?> key) {
        return mapping.find(key.name()).isPresent();
    }

    /** The value, or the key's fallback; empty where there is neither. */
    @SuppressWarnings("unchecked") // readKey put it there under a key of its type
    <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values.getOrDefault(key.name(), key.fallback()));
    }

    /**
     * The value of a key that is required or has a fallback.
     *
     * @throws NoSuchElementException in a section that is not sound
     */
    <T> T get(Key<T> key) {
        return find(key).orElseThrow();
    }

    /** True if nothing was found wrong in it so far. */
    boolean isSound() {
        return problems.count() == problemsBefore;
    }

    /** Reports the value of a key, or the whole mapping if it is left out. */
    void report(Key<?> key, String complaint) {
        mapping.find(key.name())
                .ifPresentOrElse(
                        node -> problems.report(node, complaint),
                        () -> problems.report(mapping.place(), "", complaint));
    }

    /** Reports a key that is left out and must not be. */
    void reportMissing(Key<?> key, String complaint) {
        problems.report(
                mapping.place().missing(key.name()),
                "",
                complaint + "; write " + key.type().form());
    }

    private void refuseUnknown(String name, Place place) {
        if (schema.find(name).isEmpty()) {
            String mend = Spelling.nearest(name, schema.names())
                    .map(meant -> "did you mean '" + meant + "'?")
                    .orElse("the keys of a " + schema.noun() + " are " + String.join(", ", schema.names()));
            problems.report(place, "", "is an unknown key; " + mend);
        }
    }

    private <T> void readKey(Key<T> key) {
        Optional<Node> node = mapping.find(key.name());
        if (node.isEmpty()) {
            if (key.isRequired() && holds(key.only(), false)) {
                reportMissing(key);
            }
        } else if (holds(key.only(), true)) {
            key.type().read(node.get(), problems).ifPresent(value -> values.put(key.name(), value));
        } else {
            String selector = key.only().key();
            problems.report(
                    keyPlace(key),
                    "",
                    "has a meaning for " + key.only() + " only; leave it out, or change " + selector + " '"
                            + mapping.findScalar(selector).map(Scalar::text).orElse("") + "'");
        }
    }

    /** Whether a key has a meaning here; {@code otherwise} if the key that decides it is missing or wrong itself. */
    private boolean holds(Condition condition, boolean otherwise) {
        if (condition.isAlways()) {
            return true;
        }
        return values.containsKey(condition.key())
                ? mapping.findScalar(condition.key())
                        .filter(value -> condition.values().contains(value.text()))
                        .isPresent()
                : otherwise;
    }

    private void reportMissing(Key<?> key) {
        String need = key.only().isAlways()
                ? "is missing"
                : "is missing, and " + key.only().key() + " "
                        + mapping.findScalar(key.only().key()).map(Scalar::text).orElse("") + " needs it";
        reportMissing(key, need);
    }

    private Place keyPlace(Key<?> key) {
        return mapping.keys().getOrDefault(key.name(), mapping.place());
    }
}
