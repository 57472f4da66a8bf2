package io.isolane.tools.regress.verdict;

import io.isolane.tools.regress.machine.Fingerprint;
import java.util.List;

/**
 * One of the two that are compared. Immutable.
 *
 * @param name what it is: a commit, a jar, a results file
 * @param machine what it was measured on, as far as it is known
 * @param ruler nanoseconds that the ruler's fixed work took while it was measured; empty where no ruler was read
 */
public record Side(String name, Fingerprint machine, List<Double> ruler) {
    public Side {
        ruler = List.copyOf(ruler);
    }
}
