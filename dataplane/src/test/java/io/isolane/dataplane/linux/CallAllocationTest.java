package io.isolane.dataplane.linux;

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
            assertNoGarbage(() -> {
                event.signal();
                files.await(0);
                event.drain();
            });
        }
    }

    @Test
    void shouldReadAndWriteATapWithoutGarbage() throws IOException {
        try (TestNamespace namespace = TestNamespace.createWithTap();
                TapDevice tap = TapDevice.open("tap0", namespace.name(), false);
                Arena arena = Arena.ofConfined()) {
            IoVectors places = new IoVectors(arena, 1);
            places.set(0, arena.allocate(64, 64).address(), 13);
            assertNoGarbage(() -> {
                tap.read(places, 1);
                tap.write(places, 1);
            });
        }
    }

    @Test
    void shouldReceiveAndSendPacketsWithoutGarbage() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                PacketSocket socket = PacketSocket.open("lo", namespace.name(), 1 << 20);
                Arena arena = Arena.ofConfined()) {
            MessageBatch received = MessageBatch.forReceiving(arena, 1, 1);
            MessageBatch sent = MessageBatch.forSending(arena, 1, 1);
            long place = arena.allocate(256, 64).address();
            received.setVector(0, 0, place, 128);
            sent.setVector(0, 0, place + 128, 64);
            assertNoGarbage(() -> {
                socket.receive(received, 1);
                socket.send(sent, 0, 1);
            });
        }
    }

    @Test
    void shouldLookAtALinkWithoutGarbage() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                Interface link = Interface.named("lo", namespace.name());
                Arena arena = Arena.ofConfined()) {
            LinkWatch watch = new LinkWatch(arena, link, link.index());
            assertNoGarbage(watch::look);
        }
    }

    /** Rounds of calls until one allocates less than a byte a call: the compiler may need a few on a busy machine. */
    private static void assertNoGarbage(Runnable call) {
        Awaited.that("a round of calls without garbage", () -> bytesOfARound(call) < CALLS);
    }

    private static long bytesOfARound(Runnable call) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
