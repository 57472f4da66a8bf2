package io.isolane.benchmarks;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
 * What does it cost to read an Ethernet header, with or without a customer tag, as the first stage of the switch reads it: two addresses,
 * the EtherType behind the tag, and the tag? And to write one? Beside it direct buffers, which check every access, and objects made from
 * arrays, as packet libraries make them. Time per frame; the {@link #FRAMES} headers are in the processor's cache.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class FrameCodecBenchmark {
    private static final int FRAMES = 256;
    private static final int LENGTH = 64;
    private static final int TCI = 10;
    private static final int WORD = 0xffff;

    private static final class Header {
        private final byte[] destination;
        private final byte[] source;
        private final int etherType;
        private final int tci;

        Header(byte[] frame) {
            destination = Arrays.copyOfRange(frame, 0, EthernetLayout.SOURCE);
            source = Arrays.copyOfRange(frame, EthernetLayout.SOURCE, EthernetLayout.ADDRESSES_LENGTH);
            int type = word(frame, EthernetLayout.ETHER_TYPE);
            boolean isTagged = EtherType.isTag(type);
            tci = isTagged ? word(frame, EthernetLayout.TCI) : 0;
            etherType = isTagged ? word(frame, EthernetLayout.TAGGED_ETHER_TYPE) : type;
        }

        private static int word(byte[] frame, int offset) {
            return (frame[offset] & 0xff) << 8 | (frame[offset + 1] & 0xff);
        }
    }

    /** {@code none} or {@code customer}. */
    @Param({"none", "customer"})
    private String tag;

    private final Arena arena = Arena.ofShared();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, 2 * FRAMES, 0));
    private final FrameMemory memory = pool.memory();
    private final long[] frames = new long[FRAMES];
    private final ByteBuffer[] buffers = new ByteBuffer[FRAMES];
    private final byte[][] arrays = new byte[FRAMES][];
    private boolean isTagged;

    @Setup
    public void fill() {
        isTagged = isTagged(tag);
        FrameCache cache = pool.newCache();
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = cache.allocate(LENGTH);
            writeTo(memory.frameAddress(frames[i]), i);
            arrays[i] = RawMemory.get(memory.frameAddress(frames[i]), LENGTH);
            buffers[i] = ByteBuffer.allocateDirect(LENGTH).put(arrays[i]).clear();
        }
    }

    @TearDown
    public void free() {
        arena.close();
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long read() {
        long sum = 0;
        for (long frame : frames) {
            long address = memory.frameAddress(frame);
            int type = EthernetHeader.etherType(address);
            int tci = 0;
            if (EtherType.isTag(type)) {
                tci = EthernetHeader.tci(address);
                type = RawMemory.getShortBigEndian(address + EthernetLayout.TAGGED_ETHER_TYPE) & WORD;
            }
            sum += EthernetHeader.destination(address) ^ EthernetHeader.source(address) ^ type ^ tci;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long byteBufferRead() {
        long sum = 0;
        for (ByteBuffer frame : buffers) {
            int type = frame.getShort(EthernetLayout.ETHER_TYPE) & WORD;
            int tci = 0;
            if (EtherType.isTag(type)) {
                tci = frame.getShort(EthernetLayout.TCI) & WORD;
                type = frame.getShort(EthernetLayout.TAGGED_ETHER_TYPE) & WORD;
            }
            sum += frame.getLong(0) >>> 16 ^ frame.getLong(EthernetLayout.SOURCE) >>> 16 ^ type ^ tci;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long objectsRead() {
        long sum = 0;
        for (byte[] frame : arrays) {
            Header header = new Header(frame);
            sum += Arrays.hashCode(header.destination) ^ Arrays.hashCode(header.source) ^ header.etherType ^ header.tci;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void write() {
        for (int i = 0; i < FRAMES; i++) {
            writeTo(memory.frameAddress(frames[i]), i);
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void byteBufferWrite() {
        for (int i = 0; i < FRAMES; i++) {
            ByteBuffer frame = buffers[i];
            frame.putLong(0, destination(i) << 16 | source(i) >>> 32);
            frame.putInt(8, (int) source(i));
            if (isTagged) {
                frame.putInt(EthernetLayout.ETHER_TYPE, EtherType.CUSTOMER_TAG << 16 | TCI);
            }
            int type = isTagged ? EthernetLayout.TAGGED_ETHER_TYPE : EthernetLayout.ETHER_TYPE;
            frame.putShort(type, (short) EtherType.IPV4);
        }
    }

    private void writeTo(long address, int i) {
        if (isTagged) {
            EthernetHeader.write(address, destination(i), source(i), EtherType.CUSTOMER_TAG);
            EthernetHeader.writeTag(address + EthernetLayout.ETHER_TYPE, EtherType.CUSTOMER_TAG, TCI);
            RawMemory.putShortBigEndian(address + EthernetLayout.TAGGED_ETHER_TYPE, (short) EtherType.IPV4);
        } else {
            EthernetHeader.write(address, destination(i), source(i), EtherType.IPV4);
        }
    }

    private static long destination(int i) {
        return 0x02_55_00_00_00_00L + i;
    }

    private static long source(int i) {
        return 0x02_66_00_00_00_00L + i;
    }

    private static boolean isTagged(String tag) {
        return switch (tag) {
            case "none" -> false;
            case "customer" -> true;
            default -> throw new IllegalArgumentException("-p tag=" + tag + ": use one of none, customer");
        };
    }
}
