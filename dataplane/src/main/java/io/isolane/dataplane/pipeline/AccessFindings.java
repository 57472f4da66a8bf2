package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.FILTERING;

import io.isolane.core.acl.AccessAction;
import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.RuleHits;
import java.util.ArrayList;
import java.util.List;

/** Words for what the access lists of one port and direction made of a frame, read off the counters of their rules. */
final class AccessFindings {
    private final AccessFilter filter;
    private final List<RuleHits> before;

    /** Notes what has been counted before the frame comes. */
    AccessFindings(AccessFilter filter) {
        this.filter = filter;
        this.before = filter.hits();
    }

    /** A frame that may enter. */
    Finding permitted() {
        return Finding.of(FILTERING, "permitted", reason());
    }

    /** The rules that matched, the one that decided last; empty without lists, or if the frame did not come to them. */
    String reason() {
        List<String> reasons = new ArrayList<>();
        List<RuleHits> after = filter.hits();
        for (int rule = 0; rule < after.size(); rule++) {
            if (after.get(rule).frames() > before.get(rule).frames()) {
                reasons.add(reason(after.get(rule)));
            }
        }
        return String.join("; ", reasons);
    }

    private static String reason(RuleHits hits) {
        return hits.rule()
                .map(rule -> (rule.action() == AccessAction.COUNT ? "counted by " : "by ") + "rule " + hits.number()
                        + " of access list '" + hits.list() + "': " + rule)
                .orElse("no rule of its access lists permits it");
    }
}
