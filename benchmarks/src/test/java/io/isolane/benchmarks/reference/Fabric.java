package io.isolane.benchmarks.reference;

import java.util.List;
import java.util.Map;

/** A switch driven by hand, frame by frame: Isolane or the C reference. Ports are numbered from 0. */
interface Fabric extends AutoCloseable {
    /** A tag control information that stands for no tag. */
    int NO_TAG = -1;

    /** A frame that left: its bytes in hexadecimal, and the tag beside them or {@link #NO_TAG}. */
    record Heard(String bytes, int tci) {}

    /** Lets a guest send a frame that is forwarded at the next poll. */
    void send(int port, byte[] bytes, int tci);

    /** Lets a guest send what is no descriptor. */
    void offer(int port, long descriptor);

    /** Lets the guest at {@code from} send on, as it is, the next frame that it has got; nothing if it has none. */
    void pass(int from, int to);

    void link(int port, boolean isUp);

    /** Forwards what is waiting, by a clock that shows {@code millis}. */
    void poll(int millis);

    /** What has left on a port since the last call. */
    List<Heard> heard(int port);

    /** What a port has counted, by name. */
    Map<String, Long> counters(int port);

    @Override
    void close();
}
