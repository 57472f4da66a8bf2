package io.isolane.benchmarks.port;

import io.isolane.dataplane.port.pcap.CaptureConfig;
import io.isolane.dataplane.port.pcap.PcapPort;
import io.isolane.dataplane.port.pcap.ReplayConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * What does a frame cost that is captured to a pcapng file, and one that is replayed from there? Beside it the bare bytes of as many
 * frames, written and read in bursts through a file channel. Files are in the directory for temporary ones and begin anew after
 * 32 MiB, so that the page cache has them and the disk stays out of it as far as it can. Time per frame.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class PcapPortBenchmark {
    private static final int REPLAYED_BURSTS = 64;
    private static final long MAX_BYTES = 32 << 20;
    /** What a pcapng packet block has beside the frame. */
    private static final int BLOCK_OVERHEAD = 32;

    /** Bytes without frame check sequence, from 60 to 1518. */
    @Param("64")
    private int frameSize;

    private final PortRig rig = new PortRig();
    private Path directory;
    private PcapPort capture;
    private PcapPort replay;
    private FileChannel channel;
    private ByteBuffer bytes;
    private long captured;

    @Setup
    public void open() throws IOException {
        if (frameSize < 60 || frameSize > 1518) {
            throw new IllegalArgumentException("-p frameSize=" + frameSize + ": use bytes from 60 to 1518");
        }
        directory = Files.createTempDirectory("isolane-jmh");
        Path replayed = directory.resolve("replayed.pcapng");
        PcapPort writer = rig.enter(PcapPort.create("writer", null, CaptureConfig.of(replayed)));
        for (int i = 0; i < REPLAYED_BURSTS; i++) {
            rig.transmit(writer, frameSize);
        }
        writer.close();
        replay = rig.open(PcapPort.create("replay", new ReplayConfig(replayed, false, true), null));
        capture = startCapture();
        bytes = ByteBuffer.allocateDirect(PortRig.BURST * frameSize);
        channel = FileChannel.open(
                directory.resolve("bytes"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        channel.write(bytes.clear());
        channel.position(0);
    }

    @TearDown
    public void close() throws IOException {
        capture.close();
        rig.close();
        channel.close();
        for (String file : new String[] {"replayed.pcapng", "captured.pcapng", "bytes"}) {
            Files.deleteIfExists(directory.resolve(file));
        }
        Files.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void capture() throws IOException {
        rig.transmit(capture, frameSize);
        captured += (long) PortRig.BURST * (frameSize + BLOCK_OVERHEAD);
        if (captured > MAX_BYTES) {
            capture.close();
            capture = startCapture();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void replay() {
        rig.receive(replay);
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public long channelWrite() throws IOException {
        if (channel.position() > MAX_BYTES) {
            channel.truncate(0);
        }
        return channel.write(bytes.clear());
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public int channelRead() throws IOException {
        return channel.read(bytes.clear(), 0);
    }

    private PcapPort startCapture() throws IOException {
        captured = 0;
        return rig.enter(PcapPort.create("capture", null, CaptureConfig.of(directory.resolve("captured.pcapng"))));
    }
}
