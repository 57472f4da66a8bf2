package io.isolane.tools.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which models of one shape are likely after some samples, as draws that all count the same. They come from an ensemble of walkers (Goodman
 * and Weare, 2010): each in turn steps along the line through another one, and whether it may is decided by how likely the place is.
 * Walkers go on from where the samples before left them. Confined to its thread.
 */
final class Posterior {
    private static final int WALKERS = 32;
    /** Steps of every walker for a new sample; while there are few samples they have farther to go. */
    private static final int STEPS = 60;

    private static final int FIRST_STEPS = 1_200;
    /** Of the last steps every so many are kept. */
    private static final int THINNING = 5;

    private static final int KEPT = 6;
    /** In three dimensions next to nothing of a distribution lies so far below its peak, in logarithms of the likelihood. */
    private static final double FAR = 15;
    /** A walker at most doubles or halves its distance from the other one. */
    private static final double STRETCH = 2;
    /** The spread as a part of the rate. */
    private static final double LEAST_SPREAD = 1e-6;

    private static final double MOST_SPREAD = 0.3;
    private static final double LEAST_EVENNESS = 0.1;
    private static final double MOST_EVENNESS = 1_000;

    private final Shape shape;
    private final RandomGenerator random;
    private final double[] low;
    private final double[] high;
    private final double[][] points;
    private final double[] logLikelihoods = new double[WALKERS];

    /** Nothing is known but that the device's rate lies between those two, in frames a second: in that box every logarithm is as likely. */
    Posterior(Shape shape, double lowestRate, double highestRate, RandomGenerator random) {
        this.shape = shape;
        this.random = random;
        this.low = new double[] {Math.log(lowestRate), Math.log(LEAST_SPREAD), Math.log(LEAST_EVENNESS)};
        this.high = new double[] {Math.log(highestRate), Math.log(MOST_SPREAD), Math.log(MOST_EVENNESS)};
        this.points = IntStream.range(0, WALKERS).mapToObj(walker -> anywhere()).toArray(double[][]::new);
    }

    /** What remains likely after {@code samples}. */
    List<Model> draws(List<Sample> samples) {
        for (int walker = 0; walker < WALKERS; walker++) {
            logLikelihoods[walker] = logLikelihood(points[walker], samples);
        }
        int steps = Math.max(STEPS, FIRST_STEPS / (samples.size() + 1));
        List<Model> draws = new ArrayList<>();
        for (int left = steps - 1; left >= 0; left--) {
            step(samples);
            if (left == KEPT * THINNING) {
                fetchStrays();
            }
            if (left % THINNING == 0 && left < KEPT * THINNING) {
                for (double[] point : points) {
                    draws.add(Model.at(shape, point));
                }
            }
        }
        return draws;
    }

    private void step(List<Sample> samples) {
        for (int walker = 0; walker < WALKERS; walker++) {
            int other = (walker + 1 + random.nextInt(WALKERS - 1)) % WALKERS;
            double root = 1 + random.nextDouble() * (STRETCH - 1);
            double stretch = root * root / STRETCH;
            double[] point = stretched(points[walker], points[other], stretch);
            if (isWithin(point)) {
                double logLikelihood = logLikelihood(point, samples);
                double odds = (Model.DIMENSIONS - 1) * Math.log(stretch) + logLikelihood - logLikelihoods[walker];
                if (Math.log(random.nextDouble()) < odds) {
                    points[walker] = point;
                    logLikelihoods[walker] = logLikelihood;
                }
            }
        }
    }

    /** A walker far below the best has lost its way: it goes on from another's place. */
    private void fetchStrays() {
        double least = DoubleStream.of(logLikelihoods).max().orElseThrow() - FAR;
        int[] others = IntStream.range(0, WALKERS)
                .filter(walker -> logLikelihoods[walker] >= least)
                .toArray();
        for (int walker = 0; walker < WALKERS; walker++) {
            if (logLikelihoods[walker] < least) {
                int other = others[random.nextInt(others.length)];
                points[walker] = points[other];
                logLikelihoods[walker] = logLikelihoods[other];
            }
        }
    }

    private double logLikelihood(double[] point, List<Sample> samples) {
        return Model.at(shape, point).logLikelihood(samples);
    }

    private double[] anywhere() {
        double[] point = new double[Model.DIMENSIONS];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextDouble(low[i], high[i]);
        }
        return point;
    }

    private static double[] stretched(double[] point, double[] from, double by) {
        double[] next = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            next[i] = from[i] + by * (point[i] - from[i]);
        }
        return next;
    }

    private boolean isWithin(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < low[i] || point[i] > high[i]) {
                return false;
            }
        }
        return true;
    }
}
