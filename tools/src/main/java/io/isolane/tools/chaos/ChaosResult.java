package io.isolane.tools.chaos;

import java.util.Map;

/**
 * What a run came to. Immutable.
 *
 * @param arrived checked frames that arrived, both ways
 * @param missing checked frames that never came
 * @param late checked frames that came twice or out of order
 * @param strange frames that came to a port which they were not for
 * @param slotsMissing slots of the frame memory that nobody gave back
 * @param deeds what was done to the other ports, by name
 * @param failure what ended the run too early; empty if nothing did
 */
record ChaosResult(
        long arrived,
        long missing,
        long late,
        long strange,
        long slotsMissing,
        Map<String, Long> deeds,
        String failure) {
    ChaosResult {
        deeds = Map.copyOf(deeds);
    }

    boolean isSound() {
        return arrived > 0 && missing == 0 && late == 0 && strange == 0 && slotsMissing == 0 && failure.isEmpty();
    }
}
