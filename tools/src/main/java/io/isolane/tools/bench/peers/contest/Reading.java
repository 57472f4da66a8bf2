package io.isolane.tools.bench.peers.contest;

import java.util.List;

/**
 * What a switch did in one round. Immutable.
 *
 * @param framesPerSecond that entered it, each counted once
 * @param share of the time in which it ran on a processor: less than 1 where other programs took the core from it
 * @param isSettled whether it had stopped getting faster before it was measured
 * @param commands that were typed to get it so far (RFC 8204, 3.3)
 */
public record Reading(double framesPerSecond, double share, boolean isSettled, List<String> commands) {
    public Reading {
        commands = List.copyOf(commands);
    }
}
