package io.isolane.tools.config;

import io.isolane.tools.config.Node.Mapping;
import io.isolane.tools.config.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether names are given once and what is named is there, whatever else may be wrong with a file. Confined to its thread. */
final class References {
    private final Mapping root;
    private final Problems problems;

    private References(Mapping root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    static void check(Mapping root, Problems problems) {
        References references = new References(root, problems);
        Set<String> networks = references.names("networks", "network");
        Set<String> ports = references.names("ports", "port");
        Set<String> mirrors = references.names("mirrors", "mirror");
        Set<String> lists = references.names("access-lists", "access list");
        references.devices();
        references.mappings("ports").forEach(port -> {
            references.known(port, "network", "network", networks);
            references.known(port, "networks", "network", networks);
        });
        references.mappings("ports").stream()
                .flatMap(port -> port.find("access-list").stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .forEach(access -> {
                    references.knownIn("access-lists", access, "in", "access list", lists);
                    references.knownIn("access-lists", access, "out", "access list", lists);
                });
        references
                .mappings("access-lists")
                .forEach(list -> mappings(list.items("rules"))
                        .forEach(rule -> references.knownIn("mirrors", rule, "mirror", "mirror", mirrors)));
        references.mappings("mirrors").forEach(mirror -> {
            references.known(mirror, "ports", "port", ports);
            references.known(mirror, "target", "port", ports);
        });
    }

    private Set<String> names(String list, String noun) {
        Map<String, Scalar> first = new LinkedHashMap<>();
        for (Mapping each : mappings(list)) {
            each.findScalar("name").ifPresent(name -> once(first, name.text(), name, "is another " + noun + "'s name"));
        }
        return first.keySet();
    }

    /** Two ports on one interface would take each other's frames. */
    private void devices() {
        Map<String, Scalar> first = new LinkedHashMap<>();
        for (Mapping port : mappings("ports")) {
            interfaceOf(port).ifPresent(name -> {
                String namespace = port.findScalar("netns").map(Scalar::text).orElse("");
                once(first, namespace + "/" + name.text(), name, "is another port's interface");
            });
        }
    }

    private static Optional<Scalar> interfaceOf(Mapping port) {
        String kind = port.findScalar("kind").map(Scalar::text).orElse("");
        return switch (kind) {
            case "packet" -> port.findScalar("interface");
            case "tap" -> port.findScalar("device").or(() -> port.findScalar("name"));
            default -> Optional.empty();
        };
    }

    private void once(Map<String, Scalar> first, String identity, Scalar here, String complaint) {
        Scalar before = first.putIfAbsent(identity, here);
        if (before != null) {
            problems.report(
                    here, complaint + " already, on line " + before.place().line() + "; choose a different one");
        }
    }

    private void known(Mapping mapping, String key, String noun, Set<String> names) {
        if (names.isEmpty()) {
            return; // that none could be read is a problem of its own
        }
        scalars(mapping, key).filter(name -> !names.contains(name.text())).forEach(name -> {
            String mend = Spelling.nearest(name.text(), names)
                    .map(meant -> "did you mean '" + meant + "'?")
                    .orElseGet(() -> "write one of " + String.join(", ", names));
            problems.report(name, "is no " + noun + " of this file; " + mend);
        });
    }

    /** As {@link #known}, of a list that a file may be without. */
    private void knownIn(String list, Mapping mapping, String key, String noun, Set<String> names) {
        if (root.items(list).isEmpty()) {
            scalars(mapping, key)
                    .forEach(name -> problems.report(
                            name, "is no " + noun + " of this file, which has none; write some under '" + list + "'"));
        } else {
            known(mapping, key, noun, names);
        }
    }

    private static Stream<Scalar> scalars(Mapping mapping, String key) {
        return Stream.concat(mapping.findScalar(key).stream(), mapping.items(key).stream())
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }

    private List<Mapping> mappings(String list) {
        return mappings(root.items(list));
    }

    private static List<Mapping> mappings(List<Node> nodes) {
        return nodes.stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }
}
