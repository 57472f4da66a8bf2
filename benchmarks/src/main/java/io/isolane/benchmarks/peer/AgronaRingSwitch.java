package io.isolane.benchmarks.peer;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Frames as messages in Agrona's ring buffers, in front of and behind each port: off-heap and free of garbage, written in place by the
 * guest and copied from ring to ring by the switch. The table is Agrona's too.
 */
final class AgronaRingSwitch implements SoftwareSwitch {
    private static final int FRAMES = 256;
    private static final int FRAME = 1;

    private final List<OneToOneRingBuffer> sent;
    private final List<OneToOneRingBuffer> delivered;
    private final Long2LongHashMap table = new Long2LongHashMap(StationTable.UNKNOWN);
    private final MessageHandler forwarding = this::forward;
    private final MessageHandler receiving = this::show;
    private int ingress;
    private FrameSink sink = (destination, source, length) -> {};

    AgronaRingSwitch(int ports, int longest) {
        sent = rings(ports, longest);
        delivered = rings(ports, longest);
    }

    @Override
    public int send(int port, FrameSource frames, int count) {
        OneToOneRingBuffer ring = sent.get(port);
        int taken = 0;
        while (taken < count && write(ring, frames)) {
            taken++;
        }
        return taken;
    }

    @Override
    public void forward() {
        for (int port = 0; port < sent.size(); port++) {
            ingress = port;
            drain(sent.get(port), forwarding);
        }
    }

    @Override
    public int receive(int port, FrameSink to) {
        sink = to;
        return drain(delivered.get(port), receiving);
    }

    @Override
    public void close() {
        // Nothing but memory.
    }

    /** A read that meets the end of the buffer may return 0, and yet there are messages at its beginning. */
    private static int drain(OneToOneRingBuffer ring, MessageHandler handler) {
        int count = 0;
        while (ring.size() > 0) {
            count += ring.read(handler);
        }
        return count;
    }

    private static boolean write(OneToOneRingBuffer ring, FrameSource frames) {
        frames.next();
        int index = ring.tryClaim(FRAME, frames.length());
        if (index < 0) {
            return false;
        }
        long source = frames.source();
        ring.buffer().putLong(index, frames.destination() << 16 | source >>> 32, ByteOrder.BIG_ENDIAN);
        ring.buffer().putLong(index + EthernetLayout.SOURCE, source << 16 | EtherType.IPV4, ByteOrder.BIG_ENDIAN);
        ring.commit(index);
        return true;
    }

    private void forward(int type, DirectBuffer buffer, int index, int length) {
        table.put(source(buffer, index), ingress);
        int to = (int) table.get(destination(buffer, index));
        if (to == StationTable.UNKNOWN) {
            flood(buffer, index, length);
        } else if (to != ingress) {
            delivered.get(to).write(FRAME, buffer, index, length);
        }
    }

    private void flood(DirectBuffer buffer, int index, int length) {
        for (int port = 0; port < delivered.size(); port++) {
            if (port != ingress) {
                delivered.get(port).write(FRAME, buffer, index, length);
            }
        }
    }

    private void show(int type, DirectBuffer buffer, int index, int length) {
        sink.frame(destination(buffer, index), source(buffer, index), length);
    }

    private static long destination(DirectBuffer buffer, int index) {
        return buffer.getLong(index, ByteOrder.BIG_ENDIAN) >>> 16;
    }

    private static long source(DirectBuffer buffer, int index) {
        return buffer.getLong(index + EthernetLayout.SOURCE, ByteOrder.BIG_ENDIAN) >>> 16;
    }

    private static List<OneToOneRingBuffer> rings(int ports, int longest) {
        int bytes = BitUtil.findNextPositivePowerOfTwo(FRAMES * (longest + 2 * Long.BYTES));
        return Stream.generate(() -> new OneToOneRingBuffer(
                        new UnsafeBuffer(ByteBuffer.allocateDirect(bytes + RingBufferDescriptor.TRAILER_LENGTH))))
                .limit(ports)
                .toList();
    }
}
