package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is called per batch must leave nothing for the garbage collector once it is compiled. */
final class CallAllocationTest {
    private static final int CALLS = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void shouldPollWithoutGarbage() throws IOException {
        Assumptions.assumeTrue(Linux.isAvailable(), "poll sets need Linux");
        try (EventFd event = new EventFd()) {
            PollSet files = new PollSet();
            files.add(event.file());
            assertThat(bytesPerCall(() -> {
                        event.signal();
                        files.await(0);
                        event.drain();
                    }))
                    .isZero();
        }
    }

    @Test
    void shouldReadAndWriteATapWithoutGarbage() throws IOException {
        try (TestNamespace namespace = TestNamespace.createWithTap();
                TapDevice tap = TapDevice.open("tap0", namespace.name(), TapOptions.DEFAULT.withOffload(false));
                Arena arena = Arena.ofConfined()) {
            IoVectors places = new IoVectors(arena, 1);
            places.set(0, arena.allocate(64, 64).address(), 13);
            assertThat(bytesPerCall(() -> {
                        tap.read(places, 1);
                        tap.write(places, 1);
                    }))
                    .isZero();
        }
    }

    @Test
    void shouldReceiveAndSendPacketsWithoutGarbage() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                PacketSocket socket = PacketSocket.open("lo", namespace.name(), PacketOptions.DEFAULT);
                Arena arena = Arena.ofConfined()) {
            MessageBatch received = MessageBatch.forReceiving(arena, 1, 1);
            MessageBatch sent = MessageBatch.forSending(arena, 1, 1);
            long place = arena.allocate(256, 64).address();
            received.setVector(0, 0, place, 128);
            sent.setVector(0, 0, place + 128, 64);
            assertThat(bytesPerCall(() -> {
                        socket.receive(received, 1);
                        socket.send(sent, 0, 1);
                    }))
                    .isZero();
        }
    }

    /** Whole bytes per call, after as many calls to warm up; the measurement itself costs a few hundred in all. */
    private static long bytesPerCall(Runnable call) {
        repeat(call);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        repeat(call);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    private static void repeat(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }
}
