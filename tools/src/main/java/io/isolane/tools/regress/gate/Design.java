package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.verdict.Judge;

/**
 * How the gate decides. Immutable.
 *
 * <p>A call passes two stages. The first may look twice: after one round, and after a second one if the first left it open, each time at
 * {@link #firstConfidence}. What it suspects, a second stage of fresh pairs must confirm, which may look twice too, at {@link #secondConfidence}. With
 * nothing changed, the first stage suspects something at most in {@code 2 * (1 - 0.975) = 5 %} of experiments, and the second agrees
 * in which direction at most in {@code (1 - 0.95) = 5 %} of those: 0.25 % in all. This holds for any noise that does not depend
 * on the side, see {@link Schedule}.
 *
 * @param threshold the change asked about: 0.03 is 3 %
 * @param pairs of forks in a round
 * @param firstConfidence of each look of the first stage
 * @param secondConfidence of each look of the second stage
 * @param limitSeconds no further round begins that would not end before, as far as the forks so far tell
 */
public record Design(
        double threshold, int pairs, double firstConfidence, double secondConfidence, double limitSeconds) {
    /** Rounds at most: two looks in each of two stages. */
    public static final int MAX_ROUNDS = 4;

    /** Looks at most in each stage. */
    static final int LOOKS = 2;

    /** The confidence of each look of the first stage, unless told otherwise. */
    public static final double FIRST_CONFIDENCE = 0.975;

    /** The confidence of each look of the second stage, unless told otherwise. */
    public static final double SECOND_CONFIDENCE = 0.95;

    /** @throws IllegalArgumentException if there are too few pairs for a look to be sure of anything */
    public Design {
        if (pairs < leastPairs(firstConfidence)) {
            throw new IllegalArgumentException(
                    pairs + " pairs cannot tell a change from chance: at least " + leastPairs(firstConfidence));
        }
    }

    /** The gate's own confidences. */
    public static Design of(double threshold, int pairs, double limitSeconds) {
        return new Design(threshold, pairs, FIRST_CONFIDENCE, SECOND_CONFIDENCE, limitSeconds);
    }

    /** The judge of the second stage's looks. */
    Judge lastJudge() {
        return new Judge(threshold, secondConfidence);
    }

    /** The fewest pairs that, all pointing one way, are less likely by chance than the confidence allows. */
    public static int leastPairs(double confidence) {
        return (int) Math.ceil(1 - Math.log(1 - confidence) / Math.log(2));
    }
}
