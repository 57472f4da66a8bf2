package io.isolane.tools.bench.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Estimates the load of which a device loses a given share on average, and says at which load the next trial tells most
 * (draft-vpolak-bmwg-plrsearch). Both shapes count alike, so that their disagreement is part of the estimate's deviation. Confined to its
 * thread.
 *
 * <p>Two things differ from the draft: how much losses come in bursts is estimated too, where the draft takes them to come one by one,
 * which makes its intervals too narrow for a switch in software; and the estimate is ready before the next trial, since it takes a fraction
 * of a second.
 */
public final class Soak {
    private static final double TAIL = 0.025;
    /** Rates that the device may have, beyond those that may be offered. */
    private static final double MARGIN = 4;

    private final double targetLoss;
    private final double minLoad;
    private final double maxLoad;
    private final List<Posterior> posteriors;
    private final List<Sample> samples = new ArrayList<>();
    private Estimate estimate;
    private int quiet;

    /**
     * A soak without trials.
     *
     * @param targetLoss share of the frames that may be lost on average, between 0 and 1
     * @param minLoad lowest load that may be offered, frames a second
     * @param maxLoad highest load that may be offered
     * @param seed of the numerical integration: the same trials and seed give the same estimates
     * @throws IllegalArgumentException if the loads are not positive and in order, or the share is not between 0 and 1
     */
    public Soak(double targetLoss, double minLoad, double maxLoad, long seed) {
        if (!(minLoad > 0 && minLoad <= maxLoad) || !(targetLoss > 0 && targetLoss < 1)) {
            throw new IllegalArgumentException("a share of " + targetLoss + " between " + minLoad + " and " + maxLoad
                    + " frames/s: the share must be between 0 and 1, the loads positive and in order");
        }
        this.targetLoss = targetLoss;
        this.minLoad = minLoad;
        this.maxLoad = maxLoad;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.posteriors = Stream.of(Shape.values())
                .map(shape -> new Posterior(shape, minLoad / MARGIN, maxLoad * MARGIN, random))
                .toList();
        this.estimate = estimated();
    }

    /** Where the critical load is, by all that was added. */
    public Estimate estimate() {
        return estimate;
    }

    /** What was added, in its order. */
    public List<Sample> samples() {
        return Collections.unmodifiableList(samples);
    }

    /** Takes a trial into account. */
    public void add(Sample sample) {
        samples.add(sample);
        quiet = isQuiet(sample) ? quiet + 1 : 0;
        estimate = estimated();
    }

    /**
     * The load of the next trial, frames a second: first the middle and the maximum, then twice what came through, and from there on where
     * the critical load is expected. After trials that lost too little to say much, it is moved towards the lowest load known to lose more.
     */
    public double nextLoad() {
        double load = switch (samples.size()) {
            case 0 -> (minLoad + maxLoad) / 2;
            case 1 -> maxLoad;
            case 2, 3 -> forwarded(samples.getLast()) / (1 - targetLoss);
            default -> quiet == 0 ? estimate.mean() : raised();
        };
        return Math.clamp(load, minLoad, maxLoad);
    }

    /** The more quiet trials there were in a row, the nearer to a load that is known to lose, and the higher a one. */
    private double raised() {
        List<Double> lossy = samples.stream()
                .filter(sample -> !isQuiet(sample) && sample.load() > estimate.mean())
                .map(Sample::load)
                .sorted()
                .toList();
        double above = lossy.isEmpty() ? maxLoad : lossy.get(Math.min(quiet, lossy.size()) - 1);
        double share = 1 - Math.pow(2, -quiet);
        return estimate.mean() + (above - estimate.mean()) * share;
    }

    private boolean isQuiet(Sample sample) {
        return sample.lossRatio() < targetLoss;
    }

    private static double forwarded(Sample sample) {
        return sample.load() * (1 - sample.lossRatio());
    }

    private Estimate estimated() {
        double[] loads = posteriors.stream()
                .flatMap(posterior -> posterior.draws(samples).stream())
                .mapToDouble(model -> model.criticalLoad(targetLoss))
                .sorted()
                .toArray();
        double mean = DoubleStream.of(loads).average().orElseThrow();
        double variance = DoubleStream.of(loads)
                .map(load -> (load - mean) * (load - mean))
                .average()
                .orElseThrow();
        int tail = (int) Math.round(TAIL * loads.length);
        return new Estimate(mean, Math.sqrt(variance), loads[tail], loads[loads.length - 1 - tail]);
    }
}
