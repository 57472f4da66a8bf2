package io.isolane.tools.attack.drill;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an attack came to. Immutable.
 *
 * @param evidence one sentence, with numbers
 */
public record Outcome(Verdict verdict, String evidence) {
    /** Nothing can be said, for this reason. */
    public static Outcome notApplicable(String reason) {
        return new Outcome(Verdict.NOT_APPLICABLE, reason);
    }

    /** It held if there are no complaints; {@code otherwise} says what was tried then. */
    public static Outcome of(List<String> complaints, String otherwise) {
        return complaints.isEmpty()
                ? new Outcome(Verdict.HELD, otherwise)
                : new Outcome(Verdict.FELL, complaints.stream().collect(Collectors.joining("; ")));
    }
}
