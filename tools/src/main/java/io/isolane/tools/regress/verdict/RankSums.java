package io.isolane.tools.regress.verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

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
     * <p>The numbers of arrangements are the coefficients of a Gaussian binomial: the product of (1 - q^(larger + i)) / (1 - q^i). They are whole,
     * and large: floating point would lose the small ones beside them.
     */
    static double[] ofTwo(int one, int other) {
        int smaller = Math.min(one, other);
        int larger = Math.max(one, other);
        BigInteger[] counts = new BigInteger[one * other + 1];
        Arrays.fill(counts, BigInteger.ZERO);
        counts[0] = BigInteger.ONE;
        for (int factor = 1; factor <= smaller; factor++) {
            for (int sum = counts.length - 1; sum >= larger + factor; sum--) {
                counts[sum] = counts[sum].subtract(counts[sum - larger - factor]);
            }
            for (int sum = factor; sum < counts.length; sum++) {
                counts[sum] = counts[sum].add(counts[sum - factor]);
            }
        }
        BigDecimal all = new BigDecimal(Arrays.stream(counts).reduce(BigInteger.ZERO, BigInteger::add));
        return Arrays.stream(counts)
                .mapToDouble(count ->
                        new BigDecimal(count).divide(all, MathContext.DECIMAL64).doubleValue())
                .toArray();
    }
}
