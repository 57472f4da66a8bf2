package io.isolane.tools.attack;

import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One attack on one switch, and what came of it. Immutable.
 *
 * @param target the isolation mode, or the interfaces
 * @param mustHold whether it is said of this switch that the attack gains nothing there
 */
record Result(String target, Attack attack, Outcome outcome, boolean mustHold, Path capture, Duration duration) {
    /** True unless the switch fell where it should have held. */
    boolean isAsExpected() {
        return !mustHold || outcome.verdict() != Verdict.FELL;
    }
}
