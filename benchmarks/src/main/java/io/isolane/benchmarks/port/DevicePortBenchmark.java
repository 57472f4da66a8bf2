package io.isolane.benchmarks.port;

import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import io.isolane.tools.run.IpCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
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
 * What does a frame cost on its way through the kernel, from one of our ports to another: from a TAP device to a packet socket on it, back,
 * and from packet socket to packet socket over a veth pair? Beside it UDP datagrams over loopback, the way of a Java program that has
 * neither. Time per frame, sent and received in bursts by one thread. All but {@code udp} want Linux and root, make a network namespace
 * of their own, and say what is missing where they cannot run.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class DevicePortBenchmark {
    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void tapToPacket(Tap tap) {
        tap.there();
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void packetToTap(Tap tap) {
        tap.back();
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void packetToPacket(Cable cable) {
        cable.there();
    }

    @Benchmark
    @OperationsPerInvocation(PortRig.BURST)
    public void udp(Datagrams datagrams) throws IOException {
        for (int i = 0; i < PortRig.BURST; i++) {
            datagrams.near.write(datagrams.bytes.clear());
        }
        for (int i = 0; i < PortRig.BURST; i++) {
            datagrams.far.read(datagrams.bytes.clear());
        }
    }

    /** What is missing here to measure devices, and how to mend it; empty if nothing is. */
    public static Optional<String> missing() {
        return Devices.missing();
    }

    /** The size of frames. */
    @State(Scope.Thread)
    public static class Size {
        private static final int SHORTEST = 60;
        private static final int LONGEST = 1514;

        /** Bytes without frame check sequence, from 60 to 1514. */
        @Param("64")
        int frameSize;

        void check() {
            if (frameSize < SHORTEST || frameSize > LONGEST) {
                throw new IllegalArgumentException(
                        "-p frameSize=" + frameSize + ": use bytes from " + SHORTEST + " to " + LONGEST);
            }
        }
    }

    /** Two ports that a kernel joins, in a namespace of their own. */
    @State(Scope.Thread)
    public abstract static class Joined extends Size {
        private final PortRig rig = new PortRig();
        private Devices devices;
        private Port near;
        private Port far;

        @Setup
        public void open() throws IOException {
            check();
            devices = new Devices();
            try {
                near = rig.open(near(devices.namespace()));
                far = rig.open(far(devices.namespace()));
            } catch (IOException | RuntimeException failure) {
                close();
                throw failure;
            }
        }

        @TearDown
        public void close() {
            rig.close();
            devices.close();
        }

        abstract Port near(String namespace) throws IOException;

        abstract Port far(String namespace) throws IOException;

        void there() {
            rig.transmit(near, frameSize);
            rig.receive(far);
        }

        void back() {
            rig.transmit(far, frameSize);
            rig.receive(near);
        }

        private static Port socket(String device, String namespace) throws IOException {
            return PacketPort.create(device, PacketConfig.of(device).withNamespace(namespace));
        }
    }

    /** A TAP device, and a packet socket where its interface is. */
    public static class Tap extends Joined {
        private static final String INTERFACE = "tap0";

        @Override
        Port near(String namespace) throws IOException {
            return TapPort.create(INTERFACE, TapConfig.of(INTERFACE).withNamespace(namespace));
        }

        @Override
        Port far(String namespace) throws IOException {
            return Joined.socket(INTERFACE, namespace);
        }
    }

    /** A packet socket at each end of a veth pair. */
    public static class Cable extends Joined {
        @Override
        Port near(String namespace) throws IOException {
            IpCommand.run("-n", namespace, "link", "add", "near", "type", "veth", "peer", "name", "far");
            IpCommand.run("-n", namespace, "link", "set", "near", "up");
            IpCommand.run("-n", namespace, "link", "set", "far", "up");
            return Joined.socket("near", namespace);
        }

        @Override
        Port far(String namespace) throws IOException {
            return Joined.socket("far", namespace);
        }
    }

    /** Two sockets on loopback. */
    @State(Scope.Thread)
    public static class Datagrams extends Size {
        private DatagramChannel near;
        private DatagramChannel far;
        private ByteBuffer bytes;

        @Setup
        public void open() throws IOException {
            check();
            bytes = ByteBuffer.allocateDirect(frameSize);
            far = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            near = DatagramChannel.open().connect(far.getLocalAddress());
            far.connect(near.getLocalAddress());
        }

        @TearDown
        public void close() throws IOException {
            near.close();
            far.close();
        }
    }
}
