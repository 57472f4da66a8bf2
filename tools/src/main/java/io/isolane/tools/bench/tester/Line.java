package io.isolane.tools.bench.tester;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.tools.bench.machine.Watch;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tester is connected to: the ports, and the memory in which the frames of all of them lie. After the device was restarted there is
 * another. Immutable; what it refers to is confined to the tester's thread.
 */
public final class Line {
    private final FrameMemory memory;
    private final FrameCache cache;
    private final TestPort[] ports;
    private final int mtu;
    private final Runnable poll;
    private final @Nullable Watch device;

    /**
     * A line to a device that has threads of its own.
     *
     * @param cache the tester's stock of slots, which its ports free their frames to
     * @param mtu of the ports, the smallest
     */
    public Line(FrameMemory memory, FrameCache cache, List<? extends TestPort> ports, int mtu) {
        this(memory, cache, ports, mtu, () -> {}, null);
    }

    /**
     * A line.
     *
     * @param poll lets the device move what is waiting, where it has no thread for it
     * @param device a watch on the device's thread, if it can be watched
     */
    public Line(
            FrameMemory memory,
            FrameCache cache,
            List<? extends TestPort> ports,
            int mtu,
            Runnable poll,
            @Nullable Watch device) {
        this.memory = memory;
        this.cache = cache;
        this.ports = ports.toArray(TestPort[]::new);
        this.mtu = mtu;
        this.poll = poll;
        this.device = device;
    }

    /** The same line with its plugs pulled: nothing is taken and nothing comes. */
    public Line unplugged() {
        TestPort nothing = new Unplugged();
        return new Line(memory, cache, Collections.nCopies(ports.length, nothing), mtu);
    }

    /** How many ports there are. */
    public int ports() {
        return ports.length;
    }

    /** Payload bytes that the longest frame may have. */
    public int mtu() {
        return mtu;
    }

    TestPort port(int index) {
        return ports[index];
    }

    FrameMemory memory() {
        return memory;
    }

    FrameCache cache() {
        return cache;
    }

    void poll() {
        poll.run();
    }

    @Nullable
    Watch device() {
        return device;
    }

    private static final class Unplugged implements TestPort {
        @Override
        public int send(long[] frames, int count) {
            return 0;
        }

        @Override
        public int receive(long[] frames, int max) {
            return 0;
        }
    }
}
