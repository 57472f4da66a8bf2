package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.device.SelfTest;

/**
 * The rate that stands for 100 %. Immutable.
 *
 * @param rate frames a second of all ports together
 * @param means what it is
 */
record Maximum(double rate, String means) {
    /** A ceiling below this part of what the tester sends in a burst was spoilt by pauses of the machine. */
    private static final double SPOILT = 0.25;

    /** What an operator said. */
    static Maximum given(double rate) {
        return new Maximum(rate, "--max-rate");
    }

    /** What the tester can do, found out by itself. */
    static Maximum of(SelfTest test) {
        return test.ceiling() >= SPOILT * test.backToBack()
                ? new Maximum(test.ceiling(), "what the tester itself sends and receives, back to back, without loss")
                : new Maximum(
                        test.backToBack(),
                        "what the tester itself sends in a burst, since pauses of the machine spoilt its test of what it sends without loss");
    }
}
