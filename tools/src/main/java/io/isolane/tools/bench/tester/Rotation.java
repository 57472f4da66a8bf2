package io.isolane.tools.bench.tester;

import java.util.Arrays;

/**
 * Turns of several members in proportion to their weights, spread evenly: of weights 4 and 1 the turns are 0 0 1 0 0, not 0 0 0 0 1. Immutable.
 */
final class Rotation {
    private static final int MAX_TURNS = 4096;
    private static final double EXACT = 1e-9;

    private final int[] order;
    private final int[] counts;
    private final int[] before;

    private Rotation(int[] weights) {
        this.counts = weights.clone();
        this.order = spread(weights);
        this.before = new int[order.length];
        int[] so = new int[weights.length];
        for (int turn = 0; turn < order.length; turn++) {
            before[turn] = so[order[turn]]++;
        }
    }

    /** Turns for whole weights: each member has as many in a round as it weighs. */
    static Rotation of(int... weights) {
        return new Rotation(weights);
    }

    /**
     * Turns for any weights: exact where they are in the proportion of whole numbers that together make 4096 at most, else to one turn in 4096.
     *
     * @throws IllegalArgumentException if one is negative or no number, or all are 0
     */
    static Rotation of(double... shares) {
        double total = Arrays.stream(shares).sum();
        if (!(total > 0) || Double.isInfinite(total) || Arrays.stream(shares).anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException(
                    "shares of " + Arrays.toString(shares) + ": none may be negative, and one must not be 0");
        }
        double least = Arrays.stream(shares).filter(share -> share > 0).min().orElseThrow();
        for (int times = 1; total / least * times <= MAX_TURNS; times++) {
            int[] whole = scaled(shares, times / least);
            if (isExact(shares, whole, times / least)) {
                return new Rotation(whole);
            }
        }
        return new Rotation(scaled(shares, MAX_TURNS / total));
    }

    /** Turns of a round. */
    int length() {
        return order.length;
    }

    /** Whose turn it is. */
    int at(int turn) {
        return order[turn];
    }

    /** Turns that a member has among the first {@code turns}. */
    long turnsOf(int member, long turns) {
        long whole = turns / order.length * counts[member];
        int rest = (int) (turns % order.length);
        for (int turn = 0; turn < rest; turn++) {
            whole += order[turn] == member ? 1 : 0;
        }
        return whole;
    }

    /** Which turn of all is the {@code nth} of a member, both counted from 0. */
    long turnOf(int member, long nth) {
        long round = nth / counts[member];
        int within = (int) (nth % counts[member]);
        for (int turn = 0; turn < order.length; turn++) {
            if (order[turn] == member && before[turn] == within) {
                return round * order.length + turn;
            }
        }
        throw new IllegalStateException("member " + member + " has fewer than " + counts[member] + " turns");
    }

    private static int[] scaled(double[] shares, double factor) {
        return Arrays.stream(shares)
                .mapToInt(share -> share == 0 ? 0 : (int) Math.max(1, Math.round(share * factor)))
                .toArray();
    }

    private static boolean isExact(double[] shares, int[] whole, double factor) {
        for (int i = 0; i < shares.length; i++) {
            if (Math.abs(shares[i] * factor - whole[i]) > EXACT * whole[i]) {
                return false;
            }
        }
        return true;
    }

    /** The turn goes to the one to whom most is owed. */
    private static int[] spread(int[] weights) {
        int total = Arrays.stream(weights).sum();
        int[] owed = new int[weights.length];
        int[] order = new int[total];
        for (int turn = 0; turn < total; turn++) {
            int most = 0;
            for (int i = 0; i < weights.length; i++) {
                owed[i] += weights[i];
                most = owed[i] > owed[most] ? i : most;
            }
            owed[most] -= total;
            order[turn] = most;
        }
        return order;
    }
}
