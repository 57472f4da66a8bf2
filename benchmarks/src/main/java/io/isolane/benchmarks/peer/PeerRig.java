package io.isolane.benchmarks.peer;

import io.isolane.tools.bench.rig.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Generator and sink around a switch, in one thread: known unicast between port 0 and each of the others, both ways, in bursts. Confined
 * to its thread.
 */
public final class PeerRig implements AutoCloseable {
    /** Frames that one step sends. */
    public static final int BURST = 64;

    private static final long NEAR = 0x02_66_00_00_00_00L;
    private static final long FAR = 0x02_55_00_00_00_00L;

    private record Flow(int port, FrameSource frames) {}

    private final SoftwareSwitch fabric;
    private final int ports;
    private final List<Flow> flows = new ArrayList<>();
    private final FrameSink sink = this::take;
    private int turn;
    private long seen;

    /** A rig around {@code fabric}, which learns all stations; frames, addresses and ports are those of {@code scenario}. */
    public PeerRig(SoftwareSwitch fabric, Scenario scenario) {
        this.fabric = fabric;
        this.ports = scenario.ports();
        int guests = ports - 1;
        int conversations = scenario.addresses() / 2;
        for (int guest = 0; guest < guests; guest++) {
            long[] near = stations(NEAR, guest, guests, conversations);
            long[] far = stations(FAR, guest, guests, conversations);
            if (near.length > 0) {
                flows.add(new Flow(guest + 1, new FrameSource(far, near, scenario.frames())));
                flows.add(new Flow(0, new FrameSource(near, far, scenario.frames())));
            }
        }
        int most = Math.ceilDiv(conversations, guests);
        for (int i = 0; i < 2 * (most / BURST + 1) * flows.size(); i++) {
            step();
        }
    }

    /** Sends a burst, forwards it and takes what comes out; returns the frames that came out. */
    public int step() {
        Flow flow = flows.get(turn);
        turn = turn + 1 == flows.size() ? 0 : turn + 1;
        int sent = fabric.send(flow.port, flow.frames, BURST);
        if (sent != BURST) {
            throw new IllegalStateException("the switch took " + sent + " frames of " + BURST);
        }
        fabric.forward();
        int received = 0;
        for (int port = 0; port < ports; port++) {
            received += fabric.receive(port, sink);
        }
        return received;
    }

    /** A number that depends on every frame that was taken, so that no compiler leaves one out. */
    public long seen() {
        return seen;
    }

    @Override
    public void close() {
        fabric.close();
    }

    private void take(long destination, long source, int length) {
        seen += destination ^ source ^ length;
    }

    /** Every guest's share of the conversations: each {@code guests}-th of them. */
    private static long[] stations(long first, int guest, int guests, int conversations) {
        return LongStream.iterate(guest, i -> i < conversations, i -> i + guests)
                .map(i -> first + i)
                .toArray();
    }
}
