package io.isolane.tools.bench.scaling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One round of all arrangements, one after the other.
 *
 * @param alone one worker
 * @param staying two, nothing crosses
 * @param crossing two, everything crosses
 * @param oneWay two, everything crosses from the first to the second
 * @param roundTripNanos a cache line to the other core and back: before the first arrangement, after it, and so on
 */
record Turn(Reading alone, Reading staying, Reading crossing, Reading oneWay, List<Double> roundTripNanos) {
    Turn {
        roundTripNanos = List.copyOf(roundTripNanos);
    }

    /** How many times one worker's rate two have if nothing crosses. */
    @JsonProperty
    double stayingToAlone() {
        return staying.framesPerSecond() / alone.framesPerSecond();
    }

    /** The same if everything crosses. */
    @JsonProperty
    double crossingToAlone() {
        return crossing.framesPerSecond() / alone.framesPerSecond();
    }

    /** Just before everything crossed. */
    double tripBefore() {
        return roundTripNanos.get(2);
    }

    /** Just after. */
    double tripAfter() {
        return roundTripNanos.get(3);
    }

    long dropped() {
        return alone.dropped() + staying.dropped() + crossing.dropped() + oneWay.dropped();
    }
}
