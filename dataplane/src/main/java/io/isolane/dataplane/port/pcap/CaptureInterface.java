package io.isolane.dataplane.port.pcap;

import java.util.Objects;

/**
 * An interface that frames of a capture file belong to, as an analyser shows it. Immutable.
 *
 * @param name        what the analyser lists it by, such as the port's name
 * @param description a sentence for people, may be empty
 */
public record CaptureInterface(String name, String description) {

    /** Refuses a missing name or description. */
    public CaptureInterface {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
    }
}
