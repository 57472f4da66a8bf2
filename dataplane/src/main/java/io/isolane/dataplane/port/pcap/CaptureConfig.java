package io.isolane.dataplane.port.pcap;

import java.nio.file.Path;

/**
 * What a port writes its frames to. Immutable.
 *
 * @param file replaced if it is there
 * @param tagType TPID of the tags that are written into frames, such as 0x8100
 */
public record CaptureConfig(Path file, CaptureFormat format, int tagType) {

    /**
     * Checks the TPID.
     *
     * @throws IllegalArgumentException if {@code tagType} is not an EtherType
     */
    public CaptureConfig {
        if (tagType < 0x600 || tagType > 0xffff) {
            throw new IllegalArgumentException(
                    "TPID 0x" + Integer.toHexString(tagType) + " is not from 0x600 to 0xffff: use 0x8100 or 0x88a8");
        }
    }

    /** A pcapng file with customer tags (0x8100). */
    public static CaptureConfig of(Path file) {
        return new CaptureConfig(file, CaptureFormat.PCAPNG, 0x8100);
    }
}
