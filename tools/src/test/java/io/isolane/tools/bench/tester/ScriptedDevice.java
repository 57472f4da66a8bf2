package io.isolane.tools.bench.tester;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** A device between the tester's ports that does with each frame what a test says. */
final class ScriptedDevice {
    static final int MTU = 1500;

    /** What becomes of a frame. */
    @FunctionalInterface
    interface Script {
        /** The {@code nth} frame, from 0, came from port {@code from}; whoever does not pass it on frees it. */
        void carry(int from, long frame, long nth);
    }

    private final FramePool pool;
    private final FrameCache cache;
    private final List<Deque<Long>> leaving;
    private final Line line;
    private Script script = (from, frame, nth) -> emit(from ^ 1, frame);
    private long frames;
    private int room = Integer.MAX_VALUE;
    private Runnable poll = () -> {};

    ScriptedDevice(int ports) {
        pool = new FramePool(FrameMemory.allocate(Arena.ofAuto(), 8192, 0));
        cache = pool.newCache();
        leaving = IntStream.range(0, ports)
                .mapToObj(port -> (Deque<Long>) new ArrayDeque<Long>())
                .toList();
        List<TestPort> ends = IntStream.range(0, ports)
                .mapToObj(this::end)
                .map(TestPort.class::cast)
                .toList();
        line = new Line(pool.memory(), cache, ends, MTU, () -> poll.run(), null);
    }

    Line line() {
        return line;
    }

    ScriptedDevice does(Script what) {
        script = what;
        return this;
    }

    /** What happens each time the tester lets the device work. */
    ScriptedDevice polls(Runnable what) {
        poll = what;
        return this;
    }

    /** Frames that its ports still take, all together. */
    void room(int count) {
        room = count;
    }

    int roomLeft() {
        return room;
    }

    void emit(int port, long frame) {
        leaving.get(port).add(frame);
    }

    void free(long frame) {
        cache.free(frame);
    }

    /** A frame with the same bytes and tag. */
    long copy(long frame) {
        int length = Descriptor.length(frame);
        long copy = cache.allocate(length);
        RawMemory.copy(address(frame), address(copy), length);
        return Descriptor.sameMarks(copy, frame);
    }

    long address(long frame) {
        return pool.memory().frameAddress(frame);
    }

    byte[] bytes(long frame) {
        return RawMemory.get(address(frame), Descriptor.length(frame));
    }

    private TestPort end(int port) {
        return new TestPort() {
            @Override
            public int send(long[] sent, int count) {
                int taken = Math.min(count, room);
                room -= taken;
                for (int i = 0; i < taken; i++) {
                    script.carry(port, sent[i], frames++);
                }
                return taken;
            }

            @Override
            public int receive(long[] received, int max) {
                int taken = 0;
                while (taken < max && !leaving.get(port).isEmpty()) {
                    received[taken++] = leaving.get(port).remove();
                }
                return taken;
            }
        };
    }
}
