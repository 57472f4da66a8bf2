package io.isolane.tools.regress.level;

import io.isolane.tools.regress.metric.Metric;
import java.time.Instant;

/**
 * A slow-down that was accepted. Immutable.
 *
 * @param metric what got slower
 * @param baseline than what: the id of the commit, or the jar's SHA-256; against another baseline it says nothing
 * @param candidate what was slower, as the user called it
 * @param effect by how much in the better direction: -0.05 is 5 % worse
 * @param reason why it is accepted, in the words of whoever did
 * @param on when, in UTC
 */
public record Acceptance(Metric metric, String baseline, String candidate, double effect, String reason, Instant on) {}
