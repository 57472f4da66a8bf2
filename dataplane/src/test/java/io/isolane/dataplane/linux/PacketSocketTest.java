package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PacketSocketTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final int PLACE_BYTES = 2048;

    @AutoClose
    private final Arena arena = Arena.ofConfined();

    private final MemorySegment memory = arena.allocate(4 * PLACE_BYTES, 64);

    @AutoClose
    private TestNamespace left;

    @AutoClose
    private TestNamespace right;

    @BeforeEach
    void connectNamespaces() {
        left = TestNamespace.create("tcpdump");
        right = TestNamespace.create();
        left.connect("wire", right, "wire");
    }

    @Test
    void shouldSendABatchByteForByte() throws Exception {
        byte[] small = Frames.broadcast(1);
        byte[] large = Frames.broadcast(1500);
        try (PacketSocket socket = open(right);
                Capture capture = Capture.start(left, "wire", 2, "ether", "proto", "0x88b5")) {
            assertThat(send(socket, small, large)).isEqualTo(2);
            assertThat(capture.frames()).containsExactly(small, large);
        }
    }

    @Test
    void shouldReceiveABatchAndNotHearItself() throws IOException {
        try (PacketSocket sender = open(right);
                PacketSocket receiver = open(left)) {
            byte[] first = Frames.broadcast(100);
            byte[] second = Frames.broadcast(0);
            assertThat(send(sender, first, second)).isEqualTo(2);
            MessageBatch batch = receive(receiver, 2);
            assertThat(frame(receiver, batch, 0)).isEqualTo(first);
            assertThat(frame(receiver, batch, 1)).isEqualTo(second);
            assertThat(batch.strippedTag(0)).isZero();
            assertThat(sender.receive(batch(sender), 1)).isEqualTo(-Errno.EAGAIN);
        }
    }

    @Test
    void shouldTellTheTagThatTheKernelTookOut() throws IOException {
        try (PacketSocket sender = open(right);
                PacketSocket receiver = open(left)) {
            assertThat(send(sender, Frames.tagged("8100" + "a064", 60), Frames.tagged("88a8" + "0fff", 60)))
                    .isEqualTo(2);
            MessageBatch batch = receive(receiver, 2);
            assertThat(batch.strippedTag(0)).isEqualTo(0x8100_a064);
            assertThat(batch.strippedTag(1)).isEqualTo(0x88a8_0fff);
            assertThat(frame(receiver, batch, 0))
                    .isEqualTo(frame(receiver, batch, 1))
                    .isEqualTo(Frames.broadcast(60));
        }
    }

    @Test
    void shouldSayThatAFrameWasCut() throws IOException {
        try (PacketSocket sender = open(right);
                PacketSocket receiver = open(left)) {
            right.run("ip", "link", "set", "wire", "mtu", "9000");
            left.run("ip", "link", "set", "wire", "mtu", "9000");
            MessageBatch sending = MessageBatch.forSending(arena, 1, 1);
            sending.setVector(0, 0, memory.address(), 4 * PLACE_BYTES);
            assertThat(sender.send(sending, 0, 1)).isEqualTo(1);
            MessageBatch batch = receive(receiver, 1);
            assertThat(batch.isCut(0)).isTrue();
        }
    }

    @Test
    void shouldRefuseOnlyTheFrameThatIsTooShort() throws IOException {
        try (PacketSocket socket = open(right)) {
            assertThat(send(socket, Frames.broadcast(20), new byte[13], Frames.broadcast(20)))
                    .as("the first is sent, the second stops the batch")
                    .isEqualTo(1);
            assertThat(send(socket, new byte[13])).isEqualTo(-Errno.EINVAL);
        }
    }

    @Test
    void shouldGoDownWithTheInterfaceAndComeBack() throws IOException {
        try (PacketSocket receiver = open(left);
                PacketSocket sender = open(right)) {
            receiver.link().setUp(false);
            assertThat(receiver.receive(batch(receiver), 1)).isEqualTo(-Errno.ENETDOWN);
            assertThat(send(receiver, Frames.broadcast(1))).isEqualTo(-Errno.ENETDOWN);
            assertThat(receiver.link().currentIndex()).isEqualTo(receiver.index());
            receiver.link().setUp(true);
            assertThat(send(sender, Frames.broadcast(1))).isEqualTo(1);
            assertThat(frame(receiver, receive(receiver, 1), 0)).isEqualTo(Frames.broadcast(1));
        }
    }

    @Test
    void shouldSayThatTheInterfaceWasDeleted() throws IOException {
        try (PacketSocket socket = open(right)) {
            left.run("ip", "link", "delete", "wire");
            assertThat(socket.receive(batch(socket), 1)).isEqualTo(-Errno.ENETDOWN);
            assertThat(send(socket, Frames.broadcast(1))).isEqualTo(-Errno.ENXIO);
            left.connect("wire", right, "wire");
            assertThat(socket.link().currentIndex())
                    .as("the new one is another")
                    .isPositive()
                    .isNotEqualTo(socket.index());
        }
    }

    @Test
    void shouldSayThatNothingWaitsToAnyKindOfThread() throws Exception {
        try (PacketSocket socket = open(left)) {
            MessageBatch batch = batch(socket);
            for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual(), Thread.ofPlatform())) {
                FutureTask<Integer> result = new FutureTask<>(() -> socket.receive(batch, 1));
                kind.start(result);
                assertThat(result.get()).isEqualTo(-Errno.EAGAIN);
            }
        }
    }

    @Test
    void shouldNeedAnInterface() {
        assertThatThrownBy(() -> PacketSocket.open("none", left.name(), 1 << 20))
                .isInstanceOf(NativeException.class)
                .hasMessageContaining("on none in namespace " + left.name())
                .hasMessageContaining("ENODEV (no such device): 'ip link' lists the interfaces there are");
    }

    @Test
    void shouldBePromiscuousWhileOpen() throws IOException {
        try (PacketSocket socket = open(left)) {
            assertThat(socket.virtioHeaderBytes()).isIn(10, 12);
            assertThat(left.run("ip", "-d", "-o", "link", "show", "wire")).contains("promiscuity 1");
        }
        assertThat(left.run("ip", "-d", "-o", "link", "show", "wire")).contains("promiscuity 0");
    }

    private static PacketSocket open(TestNamespace namespace) throws IOException {
        return PacketSocket.open("wire", namespace.name(), 1 << 20);
    }

    /** Sends frames that each lie behind a virtio header of zeros. */
    private int send(PacketSocket socket, byte[]... frames) {
        MessageBatch batch = MessageBatch.forSending(arena, frames.length, 1);
        memory.fill((byte) 0);
        for (int i = 0; i < frames.length; i++) {
            MemorySegment.copy(
                    MemorySegment.ofArray(frames[i]),
                    0,
                    memory,
                    (long) i * PLACE_BYTES + socket.virtioHeaderBytes(),
                    frames[i].length);
            batch.setVector(
                    i, 0, memory.address() + (long) i * PLACE_BYTES, socket.virtioHeaderBytes() + frames[i].length);
        }
        return socket.send(batch, 0, frames.length);
    }

    private MessageBatch batch(PacketSocket socket) {
        MessageBatch batch = MessageBatch.forReceiving(arena, 4, 1);
        for (int i = 0; i < batch.capacity(); i++) {
            batch.setVector(i, 0, memory.address() + (long) i * PLACE_BYTES, PLACE_BYTES);
        }
        assertThat(socket.virtioHeaderBytes()).isPositive();
        return batch;
    }

    private MessageBatch receive(PacketSocket socket, int frames) {
        MessageBatch batch = batch(socket);
        PollSet files = new PollSet();
        files.add(socket.file());
        assertThat(files.await(PATIENCE)).as("a frame waits").isEqualTo(1);
        assertThat(socket.receive(batch, batch.capacity())).isEqualTo(frames);
        return batch;
    }

    private byte[] frame(PacketSocket socket, MessageBatch batch, int message) {
        int header = socket.virtioHeaderBytes();
        return memory.asSlice((long) message * PLACE_BYTES + header, batch.bytes(message) - header)
                .toArray(ValueLayout.JAVA_BYTE);
    }
}
