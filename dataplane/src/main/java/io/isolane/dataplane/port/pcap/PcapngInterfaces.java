package io.isolane.dataplane.port.pcap;

import java.util.Arrays;

/** The interfaces that a pcapng section has described so far, by index. Confined to its reader. */
final class PcapngInterfaces {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private int count;
    private int[] limits = new int[4];
    private int[] resolutions = new int[4];
    private long[] offsetSeconds = new long[4];

    void clear() {
        count = 0;
    }

    void add(int limit, int resolution, long secondsLater) {
        if (count == limits.length) {
            limits = Arrays.copyOf(limits, 2 * count);
            resolutions = Arrays.copyOf(resolutions, 2 * count);
            offsetSeconds = Arrays.copyOf(offsetSeconds, 2 * count);
        }
        limits[count] = limit;
        resolutions[count] = resolution;
        offsetSeconds[count] = secondsLater;
        count++;
    }

    boolean has(int index) {
        return index >= 0 && index < count;
    }

    int limit(int index) {
        return limits[index];
    }

    long toNanos(int index, long ticks) {
        return Timescale.toNanos(ticks, resolutions[index]) + offsetSeconds[index] * NANOS_PER_SECOND;
    }
}
