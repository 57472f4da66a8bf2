package io.isolane.tools.bench.device;

import java.util.Locale;
import java.util.Optional;

/**
 * A Linux interface that the tester is connected to. Immutable.
 *
 * @param kind how
 * @param name of the interface
 * @param namespace the network namespace that it is in, by its name or path, if not this process's own
 */
public record Endpoint(Kind kind, String name, Optional<String> namespace) {
    /** How a tester is connected to an interface. */
    public enum Kind {
        /** A packet socket on an interface that exists: the other end of a veth pair, or of a cable. */
        PACKET,
        /** A TAP device, of which the device under test has the interface and the tester the wire. */
        TAP;

        /** As it is written. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Name and namespace, as they are written. */
    public String label() {
        return name + namespace.map(where -> "@" + where).orElse("");
    }

    @Override
    public String toString() {
        return kind.label() + ":" + label();
    }
}
