package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A switch whose guests are NICs in memory. */
interface RingFabric extends Fabric {
    /** The port with this number. */
    RingPort port(int index);

    @Override
    default void send(int port, byte[] bytes, int tci) {
        sendTogether(port, List.of(bytes), List.of(tci));
    }

    /** Lets a guest send these frames in one go, so that they are one batch; each with the tag beside it or {@link #NO_TAG}. */
    default void sendTogether(int port, List<byte[]> frames, List<Integer> tags) {
        VirtualNic nic = nic(port);
        long[] sent = new long[frames.size()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = nic.allocate(frames.get(i).length);
            assertThat(sent[i]).isNotEqualTo(Descriptor.NONE);
            RawMemory.put(nic.address(sent[i]), frames.get(i));
            sent[i] = tags.get(i) == NO_TAG ? sent[i] : Descriptor.withTag(sent[i], tags.get(i));
        }
        assertThat(nic.send(sent, 0, sent.length)).isEqualTo(sent.length);
    }

    @Override
    default void offer(int port, long descriptor) {
        assertThat(nic(port).send(descriptor)).isTrue();
    }

    @Override
    default void pass(int from, int to) {
        long[] one = new long[1];
        if (nic(from).receive(one, 1) == 1) {
            assertThat(nic(to).send(one[0])).isTrue();
        }
    }

    @Override
    default List<Heard> heard(int port) {
        VirtualNic nic = nic(port);
        List<Heard> heard = new ArrayList<>();
        long[] one = new long[1];
        while (nic.receive(one, 1) == 1) {
            int tci = Descriptor.isTagged(one[0]) ? Descriptor.tci(one[0]) : NO_TAG;
            heard.add(new Heard(HexFormat.of().formatHex(nic.bytes(one[0])), tci));
            nic.free(one[0]);
        }
        return heard;
    }

    private VirtualNic nic(int port) {
        return port(port).nic();
    }
}
