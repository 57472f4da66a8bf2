package io.isolane.benchmarks;

import io.isolane.tools.bench.rig.Scenario;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameters that a benchmark without a switch has too; others than the defaults are chosen with {@code -p}. */
@State(Scope.Thread)
public class TrafficParameters {
    /** Bytes without frame check sequence: 64, 512, 1518, 9000. */
    @Param("64")
    private int frameSize;

    /** Stations in all: 2 to 1048576. */
    @Param("256")
    private int addresses;

    /** An even number: 2, 4, 8, 16. */
    @Param("4")
    private int ports;

    Scenario scenario(Scenario of) {
        return of.withFrameLength(frameSize).withAddresses(addresses).withPorts(ports);
    }
}
