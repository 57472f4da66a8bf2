package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Share;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a number of runs said, and how long they took. Confined to its thread. */
final class ProofTally {
    private final List<RunResult> runs = new ArrayList<>();

    void add(RunResult run) {
        runs.add(run);
    }

    /** For example {@code 3 runs: 0 faster, 0 slower, 2 same, 1 inconclusive; calls 0.00 % [0.00, 56.15]; 71 to 284 s, median 75 s}. */
    String inWords() {
        String verdicts = Arrays.stream(Verdict.values())
                .map(verdict -> count(verdict) + " " + verdict.label())
                .collect(Collectors.joining(", "));
        double[] seconds =
                runs.stream().mapToDouble(ProofTally::seconds).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d runs: %s; calls %s; %.0f to %.0f s, median %.0f s",
                runs.size(),
                verdicts,
                new Share(calls(), runs.size()).inWords(),
                seconds[0],
                seconds[seconds.length - 1],
                seconds[(seconds.length - 1) / 2]);
    }

    /** From the first fork's start to the last one's end, with the ruler's readings between them. */
    static double seconds(RunResult run) {
        if (run.forks().isEmpty()) {
            return 0;
        }
        Fork first = run.forks().getFirst();
        Fork last = run.forks().getLast();
        return (last.started().toEpochMilli() - first.started().toEpochMilli()) / 1e3 + last.seconds();
    }

    private long count(Verdict verdict) {
        return runs.stream()
                .filter(run -> run.comparison().verdict() == verdict)
                .count();
    }

    private int calls() {
        return Math.toIntExact(runs.stream()
                .filter(run -> run.comparison().judgements().stream()
                        .map(Judgement::verdict)
                        .anyMatch(Verdict::isCall))
                .count());
    }
}
