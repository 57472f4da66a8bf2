package io.isolane.tools.regress.verdict;

/** Exact distributions of rank statistics without ties, if nothing differs. Stateless. */
final class RankSums {
    private RankSums() {}

    /** Chances that the ranks of 1 to {@code count}, each taken or not by a fair coin, sum to 0, 1, 2 and so on. */
    static double[] signed(int count) {
        double[] chances = new double[count * (count + 1) / 2 + 1];
        chances[0] = 1;
        for (int rank = 1; rank <= count; rank++) {
            for (int sum = rank * (rank + 1) / 2; sum >= 0; sum--) {
                double withRank = sum >= rank ? chances[sum - rank] : 0;
                chances[sum] = (chances[sum] + withRank) / 2;
            }
        }
        return chances;
    }

    /**
     * Chances that of the {@code one * other} couples of two samples, 0, 1, 2 and so on have the first sample's value above.
     *
     * <p>The numbers of arrangements are the coefficients of a Gaussian binomial: the product of (1 - q^(one + i)) / (1 - q^i).
     */
    static double[] ofTwo(int one, int other) {
        double[] chances = new double[one * other + 1];
        chances[0] = 1;
        for (int factor = 1; factor <= other; factor++) {
            double share = (double) factor / (one + factor);
            for (int sum = chances.length - 1; sum >= one + factor; sum--) {
                chances[sum] -= chances[sum - one - factor];
            }
            for (int sum = 0; sum < chances.length; sum++) {
                chances[sum] += sum >= factor ? chances[sum - factor] : 0;
            }
            for (int sum = 0; sum < chances.length; sum++) {
                chances[sum] *= share;
            }
        }
        return chances;
    }
}
