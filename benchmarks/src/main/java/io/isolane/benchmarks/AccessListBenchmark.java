package io.isolane.benchmarks;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.FrameKey;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a list of rules cost a frame, its headers read and its rule counted? {@code compiled} beside {@code linear}, which asks one
 * rule after another; and the whole way through a switch whose sender has the list, {@code forward}, beside the same without lists.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class AccessListBenchmark {
    @Param({"1", "10", "100", "1000"})
    private int rules;

    private final FrameKey key = new FrameKey();
    private long frames;
    private final Arena arena = Arena.ofAuto();
    private AccessFilter filter = AccessFilter.OFF;
    private LinearRules linear = new LinearRules(List.of());
    private AccessListRig listed;
    private AccessListRig unlisted;

    @Setup
    public void open() {
        AccessRuleMix mix = new AccessRuleMix(rules);
        frames = arena.allocate((long) AccessRuleMix.FRAMES * AccessRuleMix.FRAME_LENGTH, AccessRuleMix.FRAME_LENGTH)
                .address();
        for (int i = 0; i < AccessRuleMix.FRAMES; i++) {
            RawMemory.put(address(i), mix.frames().get(i));
        }
        AccessList list = mix.list();
        filter = AccessFilter.keptOrNew(AccessFilter.OFF, List.of(list), mirror -> AccessFilter.NO_PORT);
        linear = new LinearRules(mix.denials());
        listed = new AccessListRig(frames, new AccessLists(List.of(list), List.of()));
        unlisted = new AccessListRig(frames, AccessLists.NONE);
        if (compiled() != linear()) {
            throw new IllegalStateException("the compiled list and the rules one by one differ about what may pass");
        }
    }

    @TearDown
    public void close() {
        listed.close();
        unlisted.close();
    }

    @Benchmark
    @OperationsPerInvocation(AccessRuleMix.FRAMES)
    public int compiled() {
        int permitted = 0;
        for (int i = 0; i < AccessRuleMix.FRAMES; i++) {
            key.read(AccessRuleMix.DESTINATION, AccessRuleMix.SOURCE, 0, 0);
            key.readPacket(address(i), AccessRuleMix.FRAME_LENGTH);
            permitted += AccessFilter.isPermitted(filter.judge(key, AccessRuleMix.FRAME_LENGTH)) ? 1 : 0;
        }
        return permitted;
    }

    @Benchmark
    @OperationsPerInvocation(AccessRuleMix.FRAMES)
    public int linear() {
        int permitted = 0;
        for (int i = 0; i < AccessRuleMix.FRAMES; i++) {
            permitted += linear.permits(address(i), AccessRuleMix.FRAME_LENGTH) ? 1 : 0;
        }
        return permitted;
    }

    @Benchmark
    @OperationsPerInvocation(AccessListRig.BURST)
    public int forward() {
        return listed.step();
    }

    /** The baseline of {@link #forward}: it also hands on the frames that lists would deny. */
    @Benchmark
    @OperationsPerInvocation(AccessListRig.BURST)
    public int forwardWithoutLists() {
        return unlisted.step();
    }

    private long address(int frame) {
        return frames + (long) frame * AccessRuleMix.FRAME_LENGTH;
    }
}
