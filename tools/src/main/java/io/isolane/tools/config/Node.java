package io.isolane.tools.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of the file and where it stands. Immutable. */
sealed interface Node {
    Place place();

    /** The value as a problem quotes it; empty for one of several parts. */
    String quoted();

    /** A single value, as it is written. */
    record Scalar(Place place, Kind kind, String text) implements Node {
        /** What YAML's core schema takes a scalar for. */
        enum Kind {
            TEXT("text"),
            INTEGER("a whole number"),
            DECIMAL("a decimal number"),
            FLAG("a truth value"),
            NOTHING("nothing");

            private final String description;

            Kind(String description) {
                this.description = description;
            }

            String description() {
                return description;
            }
        }

        @Override
        public String quoted() {
            return text;
        }
    }

    /** Values in order. */
    record Listing(Place place, List<Node> items) implements Node {
        @Override
        public String quoted() {
            return "";
        }
    }

    /**
     * Values under keys, in the order of the file.
     *
     * @param keys where each key stands; the values stand elsewhere
     */
    record Mapping(Place place, Map<String, Place> keys, Map<String, Node> values) implements Node {
        Optional<Node> find(String key) {
            return Optional.ofNullable(values.get(key));
        }

        /** The text under a key, if there is such a key and a single value. */
        Optional<Scalar> findScalar(String key) {
            return find(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        }

        /** The items of the list under a key; none if there is no such list. */
        List<Node> items(String key) {
            return find(key).orElse(null) instanceof Listing list ? list.items() : List.of();
        }

        @Override
        public String quoted() {
            return "";
        }
    }
}
