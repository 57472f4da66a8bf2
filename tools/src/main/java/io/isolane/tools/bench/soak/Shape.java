package io.isolane.tools.bench.soak;

import org.apache.commons.numbers.gamma.Erfcx;

/**
 * How loss grows with the load (draft-vpolak-bmwg-plrsearch: Fitting Functions). Far above {@code rate} everything above it is lost, far below it
 * almost nothing, and {@code spread} says over how many frames a second the one passes into the other. Both shapes are convex and
 * lose nothing at no load; they differ in how fast loss vanishes below the rate.
 */
enum Shape {
    /** The integral of the logistic function: loss vanishes exponentially. */
    STRETCH {
        @Override
        double logIntegral(double x) {
            return x < -TINY ? x : Math.log(x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
        }
    },
    /** The integral of the error function: loss vanishes as a bell curve does. */
    ERF {
        @Override
        double logIntegral(double x) {
            if (x > 0) {
                return Math.log(x + Math.exp(logIntegral(-x)));
            }
            return -x * x + Math.log(tail(-x) / 2);
        }

        // 1/sqrt(pi) - y*erfcx(y), whose two terms cancel for a large y.
        private static double tail(double y) {
            double square = y * y;
            return y < TINY
                    ? ROOT - y * Erfcx.value(y)
                    : ROOT / (2 * square) * (1 - 1.5 / square + 3.75 / (square * square));
        }
    };

    private static final double TINY = 30;
    private static final double ROOT = 1 / Math.sqrt(Math.PI);
    private static final int HALVINGS = 45;

    /** Logarithm of a convex function that is 0 at minus infinity and x at infinity. */
    abstract double logIntegral(double x);

    /**
     * Logarithm of the frames a second that are lost on average.
     *
     * @param load frames a second that are offered
     * @param rate frames a second that come through at most
     * @param spread frames a second
     */
    double logLossRate(double load, double rate, double spread) {
        double here = logIntegral((load - rate) / spread);
        double atZero = logIntegral(-rate / spread);
        return here <= atZero
                ? Double.NEGATIVE_INFINITY
                : Math.log(spread) + here + Math.log(-Math.expm1(atZero - here));
    }

    /** The load of which the share {@code lossRatio} is lost on average, frames a second. */
    double criticalLoad(double lossRatio, double rate, double spread) {
        double low = 0;
        double high = rate / (1 - lossRatio);
        double target = Math.log(lossRatio);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (logLossRate(middle, rate, spread) - Math.log(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
