package io.isolane.tools.explain;

import io.isolane.dataplane.pipeline.Explanation;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import io.isolane.dataplane.pipeline.Finding;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An explanation for programs. Stateless. */
final class ExplanationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExplanationJson() {}

    static String text(String port, int length, Explanation explanation) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("port", port);
        root.put("length", length);
        root.put(
                "findings",
                explanation.findings().stream().map(ExplanationJson::finding).toList());
        root.put(
                "departures",
                explanation.departures().stream()
                        .map(ExplanationJson::departure)
                        .toList());
        root.put(
                "drops", explanation.drops().stream().map(ExplanationJson::drop).toList());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("stage", finding.stage().label());
        if (!finding.port().isEmpty()) {
            object.put("port", finding.port());
        }
        object.put("decision", finding.decision());
        object.put("reason", finding.reason());
        return object;
    }

    private static Map<String, Object> departure(Departure departure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("port", departure.port());
        object.put("length", departure.length());
        departure.tag().ifPresent(tag -> object.put("tag", HexFormat.of().toHexDigits(tag)));
        object.put("frame", departure.frame());
        return object;
    }

    private static Map<String, Object> drop(Drop drop) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("port", drop.port());
        object.put("reason", drop.reason().label());
        return object;
    }
}
