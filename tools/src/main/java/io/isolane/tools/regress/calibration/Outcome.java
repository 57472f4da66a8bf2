package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.verdict.Verdict;

/**
 * What one experiment said. Immutable.
 *
 * @param verdict on all metrics together
 * @param isCall whether of any metric a difference was claimed
 * @param seconds how long its forks took
 */
record Outcome(Verdict verdict, boolean isCall, double seconds) {}
