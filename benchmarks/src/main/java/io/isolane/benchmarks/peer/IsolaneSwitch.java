package io.isolane.benchmarks.peer;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;

/** Isolane itself, in mode {@code learning} with all ports in one VLAN: the yardstick. */
final class IsolaneSwitch implements SoftwareSwitch {
    private static final String NETWORK = "peers";
    private static final int VLAN = 10;
    private static final int SLOTS = 4096;
    private static final int LARGE_SLOTS = 512;

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final VirtualNic[] nics;
    private final long[] batch = new long[RingPort.DEFAULT_CAPACITY];

    IsolaneSwitch(int ports, int longest, int addresses) {
        boolean isSmall = SlotClass.of(longest) == SlotClass.SMALL;
        fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withMemory(new MemoryConfig(SLOTS, isSmall ? 0 : LARGE_SLOTS))
                .withTable(TableConfig.DEFAULT.withCapacity(Math.max(TableConfig.DEFAULT.capacity(), addresses)))
                .withWorkers(WorkerConfig.INVOKED));
        cache = fabric.pool().newCache();
        nics = new VirtualNic[ports];
        for (int i = 0; i < ports; i++) {
            RingPort port = new RingPort("p" + i, fabric.pool(), RingPort.DEFAULT_CAPACITY, cache, cache);
            fabric.attach(
                    PortProfile.guest(port.name(), NETWORK)
                            .vlan(VlanMembership.access(VLAN))
                            .mtu(Math.max(PortProfile.DEFAULT_MTU, longest))
                            .build(),
                    port);
            nics[i] = port.nic();
        }
    }

    @Override
    public int send(int port, FrameSource frames, int count) {
        VirtualNic nic = nics[port];
        int made = 0;
        for (; made < count; made++) {
            frames.next();
            long frame = nic.allocate(frames.length());
            if (frame == Descriptor.NONE) {
                break;
            }
            EthernetHeader.write(nic.address(frame), frames.destination(), frames.source(), EtherType.IPV4);
            batch[made] = frame;
        }
        int sent = nic.send(batch, 0, made);
        cache.free(batch, sent, made);
        return sent;
    }

    @Override
    public void forward() {
        fabric.poll();
    }

    @Override
    public int receive(int port, FrameSink sink) {
        VirtualNic nic = nics[port];
        int count = nic.receive(batch, batch.length);
        for (int i = 0; i < count; i++) {
            long address = nic.address(batch[i]);
            sink.frame(
                    EthernetHeader.destination(address), EthernetHeader.source(address), Descriptor.length(batch[i]));
        }
        nic.free(batch, count);
        return count;
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }
}
