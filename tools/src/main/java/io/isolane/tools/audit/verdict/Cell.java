package io.isolane.tools.audit.verdict;

import io.isolane.tools.audit.evidence.Flow;

/**
 * One flow at one listener: what was to be expected and what was found.
 *
 * @param expected whether the listener hears the flow in this mode
 * @param sent frames that were sent
 * @param heard frames of them that the listener captured
 * @param isDeaf true if the listener captured nothing that was sent to it, so that silence proves nothing
 */
public record Cell(Flow flow, boolean expected, long sent, long heard, boolean isDeaf) {
    /** Fewer frames than this prove nothing. */
    public static final long LEAST_SENT = 3;

    /** What a cell shows. */
    public enum Verdict {
        /** As the mode says. */
        KEPT,
        /** Heard, and the mode says it never is. */
        LEAKS,
        /** Not heard, and the mode says it is: it leaks less than it says. */
        SILENT,
        /** Too little was sent, or the capture did not work. */
        INVALID
    }

    public Verdict verdict() {
        if (heard > 0 && !expected) {
            return Verdict.LEAKS;
        }
        if (sent < LEAST_SENT || isDeaf) {
            return Verdict.INVALID;
        }
        return heard == 0 && expected ? Verdict.SILENT : Verdict.KEPT;
    }
}
