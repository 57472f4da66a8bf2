package io.isolane.dataplane;

import java.time.Duration;

/**
 * A station that was heard on a port where it was not before, or may not be. Immutable.
 *
 * @param from the port it was known on; empty if on none, or on one that is gone
 * @param to the port it was heard on; empty if that is gone
 * @param vid its VLAN; 0 in a network that has none
 * @param ago time since
 * @param count how many such there have been since the switch was started, this one included
 */
public record ReportedStation(String from, String to, int vid, long mac, Duration ago, long count) {}
