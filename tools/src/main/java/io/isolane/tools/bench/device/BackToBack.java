package io.isolane.tools.bench.device;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.ring.SpscRing;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.Restart;
import io.isolane.tools.bench.tester.TestPort;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** No device at all: what is sent at a port arrives at the port beside it, through a ring as a switch in memory has it. */
final class BackToBack implements Dut {
    private static final int IDLE_SLOTS = 1024;
    private static final int MAX_LARGE_SLOTS = 4096;

    private final DeviceOptions options;
    private final Arena arena = Arena.ofShared();
    private final Line line;

    /** As many ports, rings of the same size and frames as long as those of a switch with these options. */
    BackToBack(DeviceOptions options) {
        this.options = options;
        int places = options.rings() * options.ports() + IDLE_SLOTS;
        boolean isLarge = SlotClass.of(options.mtu() + EthernetLayout.HEADER_LENGTH + 1) == SlotClass.LARGE;
        FramePool pool =
                new FramePool(FrameMemory.allocate(arena, places, isLarge ? Math.min(places, MAX_LARGE_SLOTS) : 0));
        FrameCache cache = pool.newCache();
        List<SpscRing> rings = IntStream.range(0, options.ports())
                .mapToObj(port -> new SpscRing(arena, options.rings()))
                .toList();
        List<Crossing> ports = IntStream.range(0, options.ports())
                .mapToObj(port -> new Crossing(rings.get(port), rings.get(beside(port))))
                .toList();
        this.line = new Line(pool.memory(), cache, ports, options.mtu());
    }

    @Override
    public Device describe() {
        return new Device(
                "no device",
                "-",
                options.ports(),
                Map.of("rings", Integer.toString(options.rings()), "mtu", Integer.toString(options.mtu())));
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return beside(from) == to ? List.of(0) : List.of();
    }

    @Override
    public AddressRange stations(int port, int count) {
        return StationBlocks.at(port, count);
    }

    @Override
    public boolean drains() {
        return true;
    }

    @Override
    public boolean forget(Tester tester) {
        return true;
    }

    @Override
    public Optional<Restart> restart(Tester tester) {
        return Optional.empty();
    }

    @Override
    public void close() {
        arena.close();
    }

    private static int beside(int port) {
        return port ^ 1;
    }

    /** One port: a ring to the port beside it, and one from there. */
    private record Crossing(SpscRing out, SpscRing in) implements TestPort {
        @Override
        public int send(long[] frames, int count) {
            return out.offer(frames, 0, count);
        }

        @Override
        public int receive(long[] frames, int max) {
            return in.poll(frames, max);
        }
    }
}
