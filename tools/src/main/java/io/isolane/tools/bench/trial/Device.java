package io.isolane.tools.bench.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was tested and how it was set up (RFC 8204, 3.3: what a report says of a virtual switch). Immutable.
 *
 * @param name short, for headings: {@code isolane learning}, {@code packet:veth0,veth1}
 * @param mode the isolation mode, or {@code -} where the tester does not know it
 * @param ports how many the tester uses
 * @param configuration what else is known, by name, in the order it was given: version, commit, workers, rings, VLANs, table, memory
 */
public record Device(String name, String mode, int ports, Map<String, String> configuration) {
    public Device {
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    }
}
