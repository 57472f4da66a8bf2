package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.Stream;
import java.util.List;

/**
 * Who sends to whom. Immutable.
 *
 * @param streams what is sent; none where isolation or the number of ports leaves nothing of the pattern
 * @param words the pattern as it was possible, a sentence: "Fully meshed, 4 ports: 6 of 12 pairs; isolation keeps the others apart."
 */
public record Pattern(List<Stream> streams, String words) {
    public Pattern {
        streams = List.copyOf(streams);
    }

    /** Whether there is anybody to send to. */
    public boolean isPossible() {
        return !streams.isEmpty();
    }
}
