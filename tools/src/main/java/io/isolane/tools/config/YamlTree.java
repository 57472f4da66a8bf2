package io.isolane.tools.config;

import io.isolane.tools.config.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML document into a tree whose nodes know where they stand. Confined to its thread. */
final class YamlTree {
    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final YAMLParser parser;
    private final Problems problems;
    private boolean hasAlias;

    private YamlTree(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document in {@code text}; empty, with a problem reported, if there is none or it breaks off. */
    static Optional<Node> read(String text, Problems problems) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(parser, problems).document();
        } catch (JacksonException broken) {
            reportBroken(broken, problems);
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        if (parser.nextToken() == null) {
            problems.report(new Place("", 1, 1), "", "the file says nothing; it needs 'networks' and 'ports'");
            return Optional.empty();
        }
        Node root = value("");
        if (parser.nextToken() != null) {
            problems.report(here(""), "", "a second document begins here; one file holds one configuration");
        }
        return hasAlias ? Optional.empty() : Optional.of(root);
    }

    private Node value(String path) {
        Place place = here(path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> listing(place);
            default -> scalar(place);
        };
    }

    private Node.Mapping mapping(Place place) {
        Map<String, Place> keys = new LinkedHashMap<>();
        Map<String, Node> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.getString();
            Place at = here(place.pathOf(key));
            Place first = keys.putIfAbsent(key, at);
            parser.nextToken();
            Node value = value(at.path());
            if (first == null) {
                values.put(key, value);
            } else {
                problems.report(at, "", "is written twice, first on line " + first.line() + "; keep one of the two");
            }
        }
        return new Node.Mapping(place, Collections.unmodifiableMap(keys), Collections.unmodifiableMap(values));
    }

    private Node.Listing listing(Place place) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.path() + "[" + items.size() + "]"));
        }
        return new Node.Listing(place, List.copyOf(items));
    }

    private Node.Scalar scalar(Place place) {
        String text = parser.getString();
        if (parser.isCurrentAlias()) {
            hasAlias = true;
            problems.report(place, "*" + text, "is an alias, which has no meaning here; write the value out");
        }
        return new Node.Scalar(place, kind(), text);
    }

    private Kind kind() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Kind.DECIMAL;
            case VALUE_TRUE, VALUE_FALSE -> Kind.FLAG;
            case VALUE_NULL -> Kind.NOTHING;
            default -> Kind.TEXT;
        };
    }

    private Place here(String path) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(path, at.getLineNr(), at.getColumnNr());
    }

    private static void reportBroken(JacksonException broken, Problems problems) {
        Optional<Mark> mark = broken.getCause() instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                : Optional.empty();
        TokenStreamLocation at = broken.getLocation();
        Place place = mark.map(found -> new Place("", found.getLine() + 1, found.getColumn() + 1))
                .orElseGet(() -> at == null ? new Place("", 1, 1) : new Place("", at.getLineNr(), at.getColumnNr()));
        problems.report(place, "", "is not YAML: " + reason(broken) + "; mend the line, or the one above it");
    }

    private static String reason(JacksonException broken) {
        String message = broken.getCause() instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : broken.getOriginalMessage();
        return message.lines().findFirst().orElse("it cannot be read");
    }
}
