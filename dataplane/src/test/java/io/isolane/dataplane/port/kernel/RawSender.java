package io.isolane.dataplane.port.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.linux.MessageBatch;
import io.isolane.dataplane.linux.PacketSocket;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Sends frames out of an interface as a program with a raw socket there does. */
public final class RawSender implements AutoCloseable {
    private static final int HEADER_BYTES = 12;

    private final PacketSocket socket;

    /** @param socket is closed with the sender */
    public RawSender(PacketSocket socket) {
        this.socket = socket;
    }

    /** Sends frames in which nothing is pending. */
    public void send(byte[]... frames) {
        for (byte[] frame : frames) {
            sendWith(new byte[HEADER_BYTES], frame);
        }
    }

    /** Sends a frame behind a virtio header of 12 bytes. */
    public void sendWith(byte[] virtioHeader, byte[] frame) {
        try (Arena arena = Arena.ofConfined()) {
            int header = socket.virtioHeaderBytes();
            MemorySegment bytes = arena.allocate(header + frame.length, 64);
            MemorySegment.copy(MemorySegment.ofArray(virtioHeader), 0, bytes, 0, header);
            RawMemory.put(bytes.address() + header, frame);
            MessageBatch batch = MessageBatch.forSending(arena, 1, 1);
            batch.setVector(0, 0, bytes.address(), bytes.byteSize());
            assertThat(socket.send(batch, 0, 1)).as("frames sent").isEqualTo(1);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
