package io.isolane.tools.bench.soak;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A device as a shape describes it: how many frames it takes at most, how softly it gives way, and how much its losses come in bursts.
 * Immutable.
 *
 * @param rate frames a second that come through at most
 * @param spread frames a second over which it gives way
 * @param evenness of its losses: around the mean they vary by their square root and by the {@code 1/sqrt(evenness)}th part of them. Losses
 *     that come one by one (Poisson, as in the draft) have an infinite one; a device that a hiccup of the machine makes lose thousands at
 *     once has one below 1
 */
record Model(Shape shape, double rate, double spread, double evenness) {
    /** Parameters of a model, as coordinates. */
    static final int DIMENSIONS = 3;

    /** The model at a point: logarithms of the rate, of the spread's share of it, and of the evenness. */
    static Model at(Shape shape, double[] point) {
        double rate = Math.exp(point[0]);
        return new Model(shape, rate, rate * Math.exp(point[1]), Math.exp(point[2]));
    }

    /** Logarithm of the likelihood of what was counted, up to a constant. */
    double logLikelihood(List<Sample> samples) {
        double sum = 0;
        for (Sample sample : samples) {
            sum += logLikelihood(sample);
        }
        return sum;
    }

    /** The load of which the share {@code lossRatio} is lost on average, frames a second. */
    double criticalLoad(double lossRatio) {
        return shape.criticalLoad(lossRatio, rate, spread);
    }

    /** Negative binomial with the shape's mean. */
    private double logLikelihood(Sample sample) {
        double logMean = shape.logLossRate(sample.load(), rate, spread) + Math.log(sample.seconds());
        double logTotal = logSum(Math.log(evenness), logMean);
        double none = evenness * (Math.log(evenness) - logTotal);
        if (sample.lost() == 0) {
            return none;
        }
        return none
                + sample.lost() * (logMean - logTotal)
                + LogGamma.value(sample.lost() + evenness)
                - LogGamma.value(evenness);
    }

    private static double logSum(double one, double other) {
        double larger = Math.max(one, other);
        return larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
    }
}
