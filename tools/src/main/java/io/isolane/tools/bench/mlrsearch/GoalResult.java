package io.isolane.tools.bench.mlrsearch;

import java.util.OptionalDouble;

/**
 * What a search found for a goal (RFC 9971: Goal Result). Immutable.
 *
 * @param lower highest load that fulfils the goal, of those below {@code upper}, frames a second
 * @param upper lowest load that does not, frames a second
 * @param conditionalThroughput forwarding rate to be expected at {@code lower}, frames a second
 * @param ending whether the bounds are what the goal asked for, and if not, why
 */
public record GoalResult(
        Goal goal, OptionalDouble lower, OptionalDouble upper, OptionalDouble conditionalThroughput, Ending ending) {}
