package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.suite.Profile;
import java.util.List;
import java.util.stream.Stream;

/** The goals of a suite, as a profile has time for them. Stateless. */
final class Goals {
    /** CSIT's seconds become fiftieths of one, and RFC 2544's minute 1.2 seconds. */
    private static final int QUICK = 50;

    /** NDR and PDR keep CSIT's durations; RFC 2544's minute becomes ten seconds. */
    private static final int DEFAULT = 6;

    private Goals() {}

    /** NDR, PDR and the RFC 2544-compliant goal; one that was shortened says so in its name. */
    static List<Goal> of(Profile profile) {
        return switch (profile.name()) {
            case "quick" ->
                Stream.of(Goal.NDR, Goal.PDR, Goal.RFC2544)
                        .map(goal -> goal.scaled(QUICK))
                        .toList();
            case "full" -> List.of(Goal.NDR, Goal.PDR, Goal.RFC2544);
            default -> List.of(Goal.NDR, Goal.PDR, Goal.RFC2544.scaled(DEFAULT));
        };
    }
}
