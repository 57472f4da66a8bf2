package io.isolane.tools.config;

import io.isolane.dataplane.SwitchConfig;
import java.util.List;

/**
 * A file that was found sound. Immutable.
 *
 * @param switchConfig what the switch is told, ports included
 * @param ports the same ports, each with its device, in the order of the file
 */
public record Configuration(SwitchConfig switchConfig, List<PortConfig> ports) {
    public Configuration {
        ports = List.copyOf(ports);
    }
}
