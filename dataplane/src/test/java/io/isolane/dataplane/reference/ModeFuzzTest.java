package io.isolane.dataplane.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.isolane.dataplane.ManualSwitch.Disguise;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.reference.Scenario.Sent;
import io.isolane.dataplane.reference.Scenario.Step;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Any frames into a switch of any mode: what leaves, where, and what is counted, is what the reference says, so nothing leaves outside a
 * reach; no slot is lost.
 *
 * <p>The first byte chooses the mode. Then come frames, each behind two bytes: the port and the form in which it is handed over, and the
 * length.
 */
class ModeFuzzTest {
    private static final List<Disguise> DISGUISES = List.of(Disguise.values());
    private static final int LONGEST = 255;
    private static final int MOST_FRAMES = 16;

    @FuzzTest(maxDuration = "5s")
    void shouldForwardAnyFramesInAnyModeAsTheReferenceDoes(byte[] data) {
        ByteBuffer input = ByteBuffer.wrap(data);
        Topology topology = ModeTopologies.at(input.hasRemaining() ? input.get() & 0xff : 0);
        Scenario scenario = new Scenario(List.of(topology), steps(topology, input), 16, 300);

        assertThat(Comparison.difference(scenario)).as("%s", scenario).isEmpty();
    }

    private static List<Step> steps(Topology topology, ByteBuffer input) {
        List<Step> steps = new ArrayList<>();
        while (input.remaining() > 2 && steps.size() < MOST_FRAMES) {
            int how = input.get() & 0xff;
            byte[] frame = new byte[Math.min(input.get() & LONGEST, input.remaining())];
            input.get(frame);
            String port = topology.ports().get(how % topology.ports().size()).name();
            Disguise disguise = DISGUISES.get((how >> 6) % DISGUISES.size());
            steps.add(new Step.Send(List.of(new Sent(port, new WireFrame(frame), disguise))));
        }
        return steps;
    }
}
