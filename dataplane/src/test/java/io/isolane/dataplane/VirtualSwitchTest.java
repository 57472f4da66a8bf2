package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.PortListener;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VirtualSwitchTest {
    private static final long MAC_A = 0x02_00_00_00_00_0aL;
    private static final long MAC_B = 0x02_00_00_00_00_0bL;

    private final long[] frames = new long[64];

    @Test
    void shouldForwardKnownUnicastToItsPortAlone() {
        try (VirtualSwitch fabric = invoked(IsolationMode.LEARNING)) {
            VirtualNic a = fabric.attach("a");
            VirtualNic b = fabric.attach("b");
            VirtualNic c = fabric.attach("c");
            send(b, MAC_A, MAC_B);
            fabric.poll();
            drain(a);
            drain(c);

            send(a, MAC_B, MAC_A);
            fabric.poll();

            assertThat(drain(b)).isEqualTo(1);
            assertThat(drain(c)).isZero();
        }
    }

    @Test
    void shouldKeepEverySlotWhenPortsComeAndGo() {
        VirtualSwitch fabric = invoked(IsolationMode.LEARNING);
        VirtualNic a = fabric.attach("a");
        fabric.attach("b");
        fabric.attach("c");
        for (int i = 0; i < 100; i++) {
            send(a, MAC_B, MAC_A);
            fabric.poll();
        }
        fabric.detach("b");
        fabric.close();
        a.close();

        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(1024);
    }

    @Test
    void shouldCarryAFrameFromAnAccessPortToATrunkWithItsTagBesideIt() {
        try (VirtualSwitch fabric = invoked(IsolationMode.LEARNING)) {
            VirtualNic access = fabric.attach(PortProfile.guest("access", "default")
                    .vlan(VlanMembership.access(10))
                    .build());
            VirtualNic trunk = fabric.attach(PortProfile.guest("trunk", "default")
                    .vlan(VlanMembership.trunk(10, 20))
                    .build());
            send(access, MAC_B, MAC_A);
            fabric.poll();

            assertThat(trunk.receive(frames, 64)).isEqualTo(1);
            assertThat(io.isolane.core.memory.Descriptor.isTagged(frames[0])).isTrue();
            assertThat(io.isolane.core.memory.Descriptor.tci(frames[0])).isEqualTo(10);
            assertThat(fabric.counters("access").drops(DropReason.TAG_ON_ACCESS))
                    .isZero();
        }
    }

    @Test
    void shouldGoOnWhenTheListenerThrows() {
        AtomicReference<Throwable> reported = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.set(thrown));
        PortListener listener = (port, status) -> {
            throw new IllegalStateException(port);
        };
        SwitchConfig config = SwitchConfig.of(IsolationMode.LEARNING).withWorkers(WorkerConfig.INVOKED);
        try (VirtualSwitch fabric = VirtualSwitch.start(config, listener)) {
            RingPort cable = new RingPort("cable", fabric.pool(), 64);
            fabric.attach(PortProfile.guest("cable", "default").build(), cable);
            VirtualNic a = fabric.attach("a");
            VirtualNic b = fabric.attach("b");
            cable.link(false);
            send(a, MAC_B, MAC_A);
            fabric.poll();

            assertThat(drain(b)).isEqualTo(1);
            assertThat(reported.get()).hasMessage("cable");
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    private static VirtualSwitch invoked(IsolationMode mode) {
        return VirtualSwitch.start(SwitchConfig.of(mode)
                .withWorkers(WorkerConfig.INVOKED)
                .withMemory(new MemoryConfig(1024, 4))
                .withTable(new TableConfig(1024, java.time.Duration.ofMinutes(5))));
    }

    private static void send(VirtualNic nic, long destination, long source) {
        long frame = nic.allocate(64);
        EthernetHeader.write(nic.address(frame), destination, source, EtherType.IPV4);
        assertThat(nic.send(frame)).isTrue();
    }

    private int drain(VirtualNic nic) {
        int count = nic.receive(frames, frames.length);
        nic.free(frames, count);
        return count;
    }
}
