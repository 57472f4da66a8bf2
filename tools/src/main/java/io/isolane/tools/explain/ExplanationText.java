package io.isolane.tools.explain;

import io.isolane.dataplane.pipeline.Explanation;
import io.isolane.dataplane.pipeline.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as lines to read, one for each decision; ports of which the same is said share one. Stateless. */
final class ExplanationText {
    private ExplanationText() {}

    static void print(Explanation explanation, PrintWriter out) {
        String last = "";
        for (Map.Entry<Finding, List<String>> each : together(explanation).entrySet()) {
            String stage = each.getKey().stage().label();
            out.printf("%-10s %s%n", stage.equals(last) ? "" : stage, sentence(each.getKey(), each.getValue()));
            last = stage;
        }
    }

    /** Findings that differ only in their port, as one without a port and the ports. */
    private static Map<Finding, List<String>> together(Explanation explanation) {
        Map<Finding, List<String>> ports = new LinkedHashMap<>();
        for (Finding finding : explanation.findings()) {
            Finding any = new Finding(finding.stage(), "", finding.decision(), finding.reason());
            List<String> named = ports.computeIfAbsent(any, unseen -> new ArrayList<>());
            if (!finding.port().isEmpty()) {
                named.add(finding.port());
            }
        }
        return ports;
    }

    private static String sentence(Finding finding, List<String> ports) {
        String where = ports.isEmpty() ? "" : link(finding.decision()) + String.join(", ", ports);
        return finding.decision() + where + ": " + finding.reason();
    }

    private static String link(String decision) {
        if (decision.startsWith("dropped")) {
            return " at ";
        }
        return decision.contains(",") ? ", to " : " to ";
    }
}
