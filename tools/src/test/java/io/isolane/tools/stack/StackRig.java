package io.isolane.tools.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.List;

/** A stack and a neighbour on one switch, all moved by hand on one thread. */
final class StackRig implements AutoCloseable {
    private static final int SLOTS = 512;

    private final VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING)
            .withWorkers(WorkerConfig.INVOKED)
            .withMemory(new MemoryConfig(SLOTS, 4)));
    private final VirtualNic neighbour = fabric.attach("neighbour");
    private final NetworkStack stack = new NetworkStack("nine", fabric.attach("stack"), Packets.STACK);

    /** What the stack sends for a frame. */
    List<byte[]> answers(byte[] frame) {
        assertThat(neighbour.send(frame)).isTrue();
        fabric.poll();
        stack.doWork();
        fabric.poll();
        List<byte[]> answers = new ArrayList<>();
        neighbour.receive(answer -> answers.add(neighbour.bytes(answer)));
        return answers;
    }

    NetworkStack stack() {
        return stack;
    }

    /** Closes everything and sees that no slot is missing. */
    @Override
    public void close() {
        stack.onClose();
        neighbour.close();
        fabric.close();
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(SLOTS);
    }
}
