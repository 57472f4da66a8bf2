package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.FrameMix;
import java.time.Duration;

/**
 * What a test is run with. Immutable.
 *
 * @param frames lengths of the frames
 * @param addresses stations in all, shared out among the ports
 * @param vlans VLANs that the device has in use, at least 1
 * @param maximum frames a second of all ports together that stand for 100 %: RFC 2544 means a medium's, which a port in memory has not
 * @param maximumMeans what {@code maximum} is, for the results: "what the tester itself sends and receives", "--max-rate"
 * @param forgetting about how long it takes to make the device forget the stations it has learnt, for estimates; zero if that cannot be done
 */
public record Conditions(
        Profile profile,
        FrameMix frames,
        int addresses,
        int vlans,
        double maximum,
        String maximumMeans,
        Duration forgetting) {
    /**
     * Checks that there is something to send.
     *
     * @throws IllegalArgumentException if there are fewer than two stations, no VLAN or no rate
     */
    public Conditions {
        if (addresses < 2 || vlans < 1 || !(maximum > 0) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException(addresses + " stations, " + vlans + " VLANs, " + maximum
                    + " frames/s: there must be two stations, a VLAN and a rate");
        }
    }
}
