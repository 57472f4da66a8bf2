package io.isolane.tools.bench.device;

import io.isolane.tools.bench.trial.AddressRange;

/** Addresses for ports that nobody has told theirs: a block for each. Stateless. */
final class StationBlocks {
    /** Locally administered (IEEE 802, 8.2.2). */
    private static final long FIRST = 0x02_00_00_00_00_00L;

    private static final int BLOCK_BITS = 24;

    private StationBlocks() {}

    /** The first {@code count} addresses of a port. */
    static AddressRange at(int port, int count) {
        return new AddressRange(FIRST | (port + 1L) << BLOCK_BITS, count);
    }
}
