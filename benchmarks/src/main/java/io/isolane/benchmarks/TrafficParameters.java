package io.isolane.benchmarks;

import io.isolane.tools.bench.rig.FrameLengths;
import io.isolane.tools.bench.rig.Scenario;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameters that a benchmark without a switch has too; others than the defaults are chosen with {@code -p}. */
@State(Scope.Thread)
public class TrafficParameters {
    private static final int MAX_ADDRESSES = 1 << 20;
    private static final int MAX_PORTS = 64;
    private static final int MAX_FRAME = 9216;

    /**
     * Bytes without frame check sequence, from 60 to 9216 (64, 128, 256, 512, 1024, 1280, 1518, 9000), or {@code imix}: 28 frames of 64
     * bytes, 16 of 570 and 4 of 1518, mixed.
     */
    @Param("64")
    private String frameSize;

    /** Stations in all, an even number from 2 to 1048576: 2, 256, 4096, 65536, 1048576. */
    @Param("256")
    private int addresses;

    /** An even number from 2 to 64: 2, 4, 8, 16. */
    @Param("4")
    private int ports;

    Scenario scenario(Scenario of) {
        FrameLengths frames = frames();
        requireEven("addresses", addresses, MAX_ADDRESSES);
        requireEven("ports", ports, MAX_PORTS);
        return of.withFrames(frames).withAddresses(addresses).withPorts(ports);
    }

    private FrameLengths frames() {
        String allowed = "-p frameSize=" + frameSize + ": use bytes from " + Scenario.MIN_FRAME + " to " + MAX_FRAME
                + " without frame check sequence, or imix";
        try {
            FrameLengths frames = FrameLengths.parse(frameSize);
            if (frames.shortest() >= Scenario.MIN_FRAME && frames.longest() <= MAX_FRAME) {
                return frames;
            }
        } catch (IllegalArgumentException noLength) {
            throw new IllegalArgumentException(allowed, noLength);
        }
        throw new IllegalArgumentException(allowed);
    }

    private static void requireEven(String parameter, int value, int most) {
        if (value < 2 || value > most || value % 2 != 0) {
            throw new IllegalArgumentException(
                    "-p " + parameter + "=" + value + ": use an even number from 2 to " + most);
        }
    }
}
