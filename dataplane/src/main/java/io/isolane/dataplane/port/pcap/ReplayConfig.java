package io.isolane.dataplane.port.pcap;

import java.nio.file.Path;

/**
 * What a port replays, and how. Immutable.
 *
 * @param file a pcap or pcapng file
 * @param paced with the pauses that the frames' timestamps have between them; else as fast as the switch takes them
 * @param looped from the start again at the end
 */
public record ReplayConfig(Path file, boolean paced, boolean looped) {

    /** Each frame once, as fast as the switch takes them. */
    public static ReplayConfig of(Path file) {
        return new ReplayConfig(file, false, false);
    }
}
