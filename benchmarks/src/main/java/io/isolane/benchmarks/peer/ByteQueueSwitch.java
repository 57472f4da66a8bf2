package io.isolane.benchmarks.peer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * A switch whose frames are arrays of bytes in queues, in front of and behind each port. A frame is copied where it enters, and for each
 * further port it is flooded to, so that every owner has bytes of its own.
 */
final class ByteQueueSwitch implements SoftwareSwitch {
    private final List<Queue<byte[]>> sent;
    private final List<Queue<byte[]>> delivered;
    private final StationTable table;
    private final ByteFrames bytes;

    ByteQueueSwitch(int ports, int longest, StationTable table) {
        this.sent = queues(ports);
        this.delivered = queues(ports);
        this.table = table;
        this.bytes = new ByteFrames(longest);
    }

    @Override
    public int send(int port, FrameSource frames, int count) {
        Queue<byte[]> queue = sent.get(port);
        for (int i = 0; i < count; i++) {
            queue.add(bytes.copyOfNext(frames));
        }
        return count;
    }

    @Override
    public void forward() {
        for (int port = 0; port < sent.size(); port++) {
            Queue<byte[]> queue = sent.get(port);
            for (byte[] frame = queue.poll(); frame != null; frame = queue.poll()) {
                forward(port, frame);
            }
        }
    }

    @Override
    public int receive(int port, FrameSink sink) {
        Queue<byte[]> queue = delivered.get(port);
        int count = 0;
        for (byte[] frame = queue.poll(); frame != null; frame = queue.poll()) {
            sink.frame(ByteFrames.destination(frame), ByteFrames.source(frame), frame.length);
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        // Nothing but memory.
    }

    private void forward(int from, byte[] frame) {
        table.learn(ByteFrames.source(frame), from);
        int to = table.find(ByteFrames.destination(frame));
        if (to == StationTable.UNKNOWN) {
            flood(from, frame);
        } else if (to != from) {
            delivered.get(to).add(frame);
        }
    }

    private void flood(int from, byte[] frame) {
        for (int port = 0; port < delivered.size(); port++) {
            if (port != from) {
                delivered.get(port).add(frame.clone());
            }
        }
    }

    private static List<Queue<byte[]>> queues(int ports) {
        return Stream.generate(() -> (Queue<byte[]>) new ArrayDeque<byte[]>())
                .limit(ports)
                .toList();
    }
}
