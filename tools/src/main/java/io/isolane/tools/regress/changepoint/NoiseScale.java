package io.isolane.tools.regress.changepoint;

import java.util.Arrays;

/**
 * How far apart values are that belong together, without knowing which do: a quarter of all pairs is nearer than this. A few values that are far off
 * do not move it, and levels hardly do, since pairs within a level are among the near ones. This is the scale {@code Qn} of Rousseeuw and Croux,
 * <i>Alternatives to the Median Absolute Deviation</i>, Journal of the American Statistical Association 88 (1993), section 3. It does not
 * depend on the order of the values. Stateless.
 */
final class NoiseScale {
    /** Makes it the standard deviation of normal noise. */
    private static final double TO_DEVIATION = 2.2219;

    private NoiseScale() {}

    /** The scale of at least two values; where most of them are equal, half the pairs that differ are nearer than this; 0 if none does. */
    static double of(double[] values) {
        double[] distances = distances(values);
        double near = TO_DEVIATION * distances[distances.length / 4];
        if (near > 0) {
            return near;
        }
        double[] positive =
                Arrays.stream(distances).filter(distance -> distance > 0).toArray();
        return positive.length == 0 ? 0 : positive[positive.length / 2];
    }

    private static double[] distances(double[] values) {
        double[] distances = new double[values.length * (values.length - 1) / 2];
        int next = 0;
        for (int one = 1; one < values.length; one++) {
            for (int other = 0; other < one; other++) {
                distances[next++] = Math.abs(values[one] - values[other]);
            }
        }
        Arrays.sort(distances);
        return distances;
    }
}
