package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.device.SelfTest;

/**
 * The rate that stands for 100 %. Immutable.
 *
 * @param rate frames a second of all ports together
 * @param means what it is
 */
record Maximum(double rate, String means) {
    /** What an operator said. */
    static Maximum given(double rate) {
        return new Maximum(rate, "--max-rate");
    }

    /** The most that the tester offers (RFC 2285, 3.5.3: maximum offered load), found out by itself. */
    static Maximum of(SelfTest test) {
        return new Maximum(test.ceiling(), "what the tester itself sends and receives, back to back");
    }
}
