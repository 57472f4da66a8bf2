package io.isolane.tools.regress.stored;

import java.util.ArrayList;
import java.util.List;

/** The raw data of a JMH figure: a list for each fork, in it a value for each iteration. Stateless. */
final class ForkValues {
    private ForkValues() {}

    /** The mean of each fork's iterations, in the order of the forks. */
    static List<Double> means(Json figure) throws InvalidResultsException {
        List<Double> means = new ArrayList<>();
        for (Json fork : figure.member("rawData").items()) {
            means.add(mean(fork));
        }
        if (means.isEmpty()) {
            throw figure.complaint("'rawData' has no fork: nothing was measured; see what JMH printed");
        }
        return means;
    }

    private static double mean(Json fork) throws InvalidResultsException {
        double sum = 0;
        for (Json iteration : fork.items()) {
            sum += iteration.number();
        }
        if (fork.items().isEmpty()) {
            throw fork.complaint("this fork has no iteration: it failed; see what JMH printed");
        }
        return sum / fork.items().size();
    }
}
