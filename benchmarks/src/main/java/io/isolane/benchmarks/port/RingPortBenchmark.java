package io.isolane.benchmarks.port;

import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a frame cost that a guest in memory sends through its port and takes back from there, and what of that are the checks at the
 * border? Beside it two bare rings. Time per frame, each of which crosses twice.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class RingPortBenchmark {
    private static final int CAPACITY = 1024;

    private final PortRig rig = new PortRig();
    private final RingPort port = rig.open(new RingPort("ring", rig.pool(), CAPACITY, rig.cache(), rig.cache()));
    private final VirtualNic nic = port.nic();
    private final Arena arena = Arena.ofShared();
    private final SpscRing there = new SpscRing(arena, CAPACITY);
    private final SpscRing back = new SpscRing(arena, CAPACITY);
    private final long[] frames = new long[PortRig.BURST];

    /** The same frames go round and round. */
    @Setup
    public void make() {
        rig.make(frames, 64);
    }

    @TearDown
    public void close() {
        nic.free(frames, frames.length);
        rig.close();
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public int port() {
        int count = nic.send(frames, 0, PortRig.BURST);
        count += port.receive(frames, PortRig.BURST);
        count += port.transmit(frames, PortRig.BURST);
        return count + nic.receive(frames, PortRig.BURST);
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public int rings() {
        int count = there.offer(frames, 0, PortRig.BURST);
        count += there.poll(frames, PortRig.BURST);
        count += back.offer(frames, 0, PortRig.BURST);
        return count + back.poll(frames, PortRig.BURST);
    }
}
