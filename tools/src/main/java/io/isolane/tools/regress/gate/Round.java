package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.verdict.Judgement;
import java.util.List;

/**
 * What one round was for and what was said after it. Immutable.
 *
 * @param purpose first look, extension or confirmation, in words
 * @param forks its forks, in the order they ran
 * @param judgements of its stage so far
 */
public record Round(String purpose, List<Fork> forks, List<Judgement> judgements) {
    public Round {
        forks = List.copyOf(forks);
        judgements = List.copyOf(judgements);
    }
}
