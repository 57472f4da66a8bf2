package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.pcap.CaptureConfig;
import io.isolane.dataplane.port.pcap.CaptureReader;
import io.isolane.dataplane.port.pcap.PcapPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerThreadsTest {
    private static final int FRAMES = 100;
    private static final long MAC_A = 0x02_00_00_00_00_0aL;
    private static final long MAC_B = 0x02_00_00_00_00_0bL;

    @Test
    void shouldWakeASleepingWorkerForEachFrame() {
        try (VirtualSwitch fabric = threaded(WorkerConfig.DEFAULT)) {
            VirtualNic a = fabric.attach("a");
            VirtualNic b = fabric.attach("b");
            passOneByOne(a, b);
            assertThat(fabric.counters("a").rxFrames()).isEqualTo(FRAMES);
        }
    }

    @Test
    void shouldCrossFromOneWorkerToAnother() {
        try (VirtualSwitch fabric = threaded(new WorkerConfig(2, WorkerConfig.Idle.SLEEP))) {
            VirtualNic a = fabric.attach("a");
            VirtualNic b = fabric.attach("b");
            passOneByOne(a, b);
            assertThat(fabric.counters("b").txFrames()).isEqualTo(FRAMES);
        }
    }

    @Test
    void shouldUseNextToNoProcessorTimeWhenNothingArrives() throws InterruptedException {
        try (VirtualSwitch fabric = threaded(WorkerConfig.DEFAULT)) {
            fabric.attach("a");
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long worker = workerThread(threads);
            CountDownLatch never = new CountDownLatch(1);
            assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
            long before = threads.getThreadCpuTime(worker);
            assertThat(never.await(1000, TimeUnit.MILLISECONDS)).isFalse();

            assertThat(threads.getThreadCpuTime(worker) - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Test
    void shouldMirrorWhatAPortReceivesToACaptureFile(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("mirror.pcapng");
        SwitchConfig config = SwitchConfig.of(IsolationMode.LEARNING)
                .withMirrors(List.of(new Mirror("watch", List.of("a"), true, true, "capture")))
                .withWorkers(WorkerConfig.INVOKED);
        try (VirtualSwitch fabric = VirtualSwitch.start(config)) {
            VirtualNic a = fabric.attach("a");
            VirtualNic b = fabric.attach("b");
            fabric.attach(
                    PortProfile.monitor("capture").build(), PcapPort.create("capture", null, CaptureConfig.of(file)));
            send(b, MAC_A, MAC_B);
            send(a, MAC_B, MAC_A);
            fabric.poll();
        }

        try (CaptureReader reader = CaptureReader.open(file)) {
            int frames = 0;
            while (reader.next()) {
                frames++;
            }
            assertThat(frames).isEqualTo(2);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets the worker run on a machine with too few processors
    private static void passOneByOne(VirtualNic from, VirtualNic to) {
        long[] frames = new long[1];
        for (int i = 0; i < FRAMES; i++) {
            send(from, MAC_B, MAC_A);
            while (to.receive(frames, 1) == 0) {
                Thread.yield();
            }
            to.free(frames, 1);
        }
    }

    private static VirtualSwitch threaded(WorkerConfig workers) {
        return VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING).withWorkers(workers));
    }

    private static void send(VirtualNic nic, long destination, long source) {
        long frame = nic.allocate(64);
        assertThat(frame).isNotEqualTo(Descriptor.NONE);
        EthernetHeader.write(nic.address(frame), destination, source, EtherType.IPV4);
        assertThat(nic.send(frame)).isTrue();
    }

    private static long workerThread(ThreadMXBean threads) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("isolane-worker-0"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
    }
}
