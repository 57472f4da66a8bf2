package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.linux.Awaited;
import io.isolane.dataplane.linux.Capture;
import io.isolane.dataplane.linux.Frames;
import io.isolane.dataplane.linux.PacketSocket;
import io.isolane.dataplane.linux.TestNamespace;
import io.isolane.dataplane.port.PortStatus.State;
import io.isolane.dataplane.port.kernel.RawSender;
import io.isolane.dataplane.port.kernel.TcpTransfer;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kernel devices on a switch whose worker sleeps when nothing arrives: a guest's TAP and a link to the LAN. */
@Timeout(60)
final class DevicesOnASwitchTest {
    private static final String GUEST = "10.9.0.1";
    private static final String LAN = "10.9.0.2";

    @AutoClose
    private TestNamespace guest;

    @AutoClose
    private TestNamespace lan;

    @AutoClose
    private TestNamespace host;

    @BeforeEach
    void createNamespaces() {
        guest = TestNamespace.createWithTap("tcpdump", "ping");
        lan = TestNamespace.create();
        host = TestNamespace.create();
        host.connect("uplink", lan, "wire");
    }

    @Test
    void shouldCarryTcpBetweenAGuestAndTheLan() throws Exception {
        VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING));
        try (fabric) {
            attach(fabric, VlanMembership.unspecified(), VlanMembership.unspecified());
            addAddresses();
            TcpTransfer download = TcpTransfer.start(lan, LAN, guest);
            assertThat(download.received()).isEqualTo(download.sent());
            assertThat(fabric.counters("guest").totalDrops()).isZero();
            assertThat(fabric.counters("uplink").totalDrops()).isZero();
        }
        assertWhole(fabric);
    }

    @Test
    void shouldWriteTheVlansTagOnATrunkAndTakeItOffForAGuest() throws Exception {
        try (VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING))) {
            attach(fabric, VlanMembership.access(100), VlanMembership.trunk(100));
            try (RawSender fromGuest = sender("tap0", guest);
                    Capture atLan = Capture.start(lan, "wire", 1)) {
                fromGuest.send(Frames.broadcast(60));
                assertThat(atLan.frames()).containsExactly(Frames.tagged("8100" + "0064", 60));
            }
            try (RawSender fromLan = sender("wire", lan);
                    Capture atGuest = Capture.start(guest, "tap0", 1)) {
                fromLan.send(Frames.tagged("8100" + "0065", 60), Frames.tagged("8100" + "0064", 60));
                assertThat(atGuest.frames()).containsExactly(Frames.broadcast(60));
            }
            assertThat(fabric.counters("uplink").drops(DropReason.VLAN_NOT_ALLOWED))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldSleepAndServeTheOthersWhenAGuestsDeviceIsDeleted() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING), (port, status) -> {
            if (port.equals("guest") && status.isFailed()) {
                failed.countDown();
            }
        });
        try (fabric) {
            attach(fabric, VlanMembership.unspecified(), VlanMembership.unspecified());
            guest.run("ip", "link", "delete", "tap0");
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
            assertIdle();
            try (RawSender fromLan = sender("wire", lan)) {
                fromLan.send(Frames.broadcast(60));
                Awaited.that(
                        "the frame for the guest is counted",
                        () -> fabric.counters("guest").drops(DropReason.PORT_DOWN) == 1);
            }
            assertThat(fabric.status("uplink").state()).isEqualTo(State.UP);
        }
        assertWhole(fabric);
    }

    private void attach(VirtualSwitch fabric, VlanMembership ofGuest, VlanMembership ofUplink) throws IOException {
        PortProfileBuilder guestProfile = PortProfile.guest("guest", SwitchConfig.DEFAULT_NETWORK);
        PortProfileBuilder uplinkProfile = PortProfile.uplink("uplink", SwitchConfig.DEFAULT_NETWORK);
        fabric.attach(
                guestProfile.vlan(ofGuest).build(),
                TapPort.create("guest", TapConfig.of("tap0").withNamespace(guest.name())));
        fabric.attach(
                uplinkProfile.vlan(ofUplink).build(),
                PacketPort.create("uplink", PacketConfig.of("uplink").withNamespace(host.name())));
    }

    private void addAddresses() {
        guest.run("ip", "address", "add", GUEST + "/24", "dev", "tap0");
        lan.run("ip", "address", "add", LAN + "/24", "dev", "wire");
    }

    private static RawSender sender(String device, TestNamespace namespace) throws IOException {
        return new RawSender(PacketSocket.open(device, namespace.name(), 1 << 20));
    }

    /** A device that is gone polls as ready for ever: a worker that still watched it would never sleep. */
    private static void assertIdle() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worker = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("isolane-worker-0"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
        long before = threads.getThreadCpuTime(worker);
        assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
        assertThat(threads.getThreadCpuTime(worker) - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static void assertWhole(VirtualSwitch fabric) {
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(MemoryConfig.DEFAULT.smallSlots());
        assertThat(fabric.pool().available(SlotClass.LARGE)).isEqualTo(MemoryConfig.DEFAULT.largeSlots());
    }
}
