package io.isolane.core.policy;

import java.util.List;

/**
 * A copy of what some ports receive or transmit, sent to another port, which is in no network.
 *
 * @param ports names of the mirrored ports
 * @param received whether frames that enter the switch on them are copied
 * @param transmitted whether frames that leave the switch on them are copied
 * @param target name of the port that gets the copies
 */
public record Mirror(String name, List<String> ports, boolean received, boolean transmitted, String target) {
    public Mirror {
        ports = List.copyOf(ports);
    }
}
