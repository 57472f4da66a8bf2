package io.isolane.tools.audit.verdict;

import io.isolane.core.policy.IsolationMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the audit of one mode came to. Immutable.
 *
 * @param findings a row for each listener; none if the experiment failed
 * @param failure why it did; empty if it did not
 * @param capture where the frames are
 */
public record ModeResult(IsolationMode mode, List<Finding> findings, String failure, Path capture, Duration duration) {
    public ModeResult {
        findings = List.copyOf(findings);
    }

    /** True if the mode was judged, and keeps what it says and leaks what it says. */
    public boolean isKept() {
        return !findings.isEmpty() && failure.isEmpty() && findings.stream().allMatch(Finding::isKept);
    }
}
