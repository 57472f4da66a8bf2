package io.isolane.dataplane.port.pcap;

/** Turns timestamps of a pcapng interface into nanoseconds since 1970 (if_tsresol, draft-ietf-opsawg-pcapng section 4.2). */
final class Timescale {

    private static final int BINARY = 0x80;
    private static final int NANOSECONDS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Timescale() {}

    /**
     * @param ticks      the timestamp, unsigned
     * @param resolution if_tsresol: with bit 7 clear a tick is 10 to the minus n seconds, with bit 7 set 2 to the minus n
     */
    static long toNanos(long ticks, int resolution) {
        int exponent = resolution & ~BINARY & 0xff;
        return (resolution & BINARY) == 0 ? decimal(ticks, exponent) : binary(ticks, exponent);
    }

    private static long decimal(long ticks, int exponent) {
        long nanos = ticks;
        for (int i = exponent; i < NANOSECONDS; i++) {
            nanos *= 10;
        }
        for (int i = NANOSECONDS; i < exponent && nanos != 0; i++) {
            nanos = Long.divideUnsigned(nanos, 10);
        }
        return nanos;
    }

    private static long binary(long ticks, int exponent) {
        if (exponent == 0) {
            return ticks * NANOS_PER_SECOND;
        }
        long high = Math.unsignedMultiplyHigh(ticks, NANOS_PER_SECOND);
        if (exponent >= Long.SIZE) {
            return high >>> (exponent - Long.SIZE);
        }
        return (high << (Long.SIZE - exponent)) | ((ticks * NANOS_PER_SECOND) >>> exponent);
    }
}
