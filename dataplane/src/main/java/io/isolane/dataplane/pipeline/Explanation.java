package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the switch does with one frame. Immutable.
 *
 * @param findings in the order of the stages
 * @param departures one for each port the frame leaves on
 * @param drops what the ports count
 */
public record Explanation(List<Finding> findings, List<Departure> departures, List<Drop> drops) {
    public Explanation {
        findings = List.copyOf(findings);
        departures = List.copyOf(departures);
        drops = List.copyOf(drops);
    }

    /**
     * The frame as it leaves on a port.
     *
     * @param tag TPID and tag control information of the tag that the switch gives it, if it gives it one
     * @param frame the bytes on the wire, as hexadecimal digits
     */
    public record Departure(String port, OptionalInt tag, String frame) {
        /** Bytes on the wire, without frame check sequence. */
        public int length() {
            return frame.length() / 2;
        }
    }

    /**
     * A frame counted as dropped.
     *
     * @param port the port whose counter it is
     */
    public record Drop(String port, DropReason reason) {}
}
