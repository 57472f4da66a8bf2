package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.VirtualNetwork;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network without VLANs with a guarded guest, a neighbour and the way to a server, and what becomes of one frame there. */
final class GuardedSwitch implements AutoCloseable {
    static final long ALL = 0xffff_ffff_ffffL;
    static final long GUEST = 0x02_00_00_00_00_0aL;
    static final long NEIGHBOUR = 0x02_00_00_00_00_0bL;
    static final long SERVER = 0x02_00_00_00_00_01L;
    static final ServiceGuard NO_SERVICES = new ServiceGuard(DhcpRole.CLIENT, true);

    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    final ManualSwitch fabric = ManualSwitch.of(NET);

    /** A switch whose guest, and neighbour if {@code isNeighbourGuarded}, has these guards. */
    GuardedSwitch(ServiceGuard services, AddressGuard addresses, boolean isNeighbourGuarded) {
        AddressGuard neighbours = isNeighbourGuarded ? withoutBindings(addresses) : AddressGuard.OFF;
        fabric.attach(
                profile("guest", services, addresses),
                profile("neighbour", isNeighbourGuarded ? services : ServiceGuard.OFF, neighbours),
                profile("lan", new ServiceGuard(DhcpRole.SERVER, false), AddressGuard.OFF));
    }

    static GuardedSwitch of(ServiceGuard services) {
        return new GuardedSwitch(services, AddressGuard.OFF, false);
    }

    static GuardedSwitch of(AddressGuard addresses) {
        return new GuardedSwitch(ServiceGuard.OFF, addresses, false);
    }

    static PortProfile profile(String name, ServiceGuard services, AddressGuard addresses) {
        return PortProfile.guest(name, "net")
                .guards(PortGuards.builder()
                        .services(services)
                        .addresses(addresses)
                        .build())
                .build();
    }

    /** The guest's station and an address that is bound to it. */
    static Binding binding(String address) {
        return Binding.of(IpAddress.of(PacketBytes.address(address)), GUEST);
    }

    static WireFrame fromGuest(int type, byte[] packet) {
        return WireFrame.of(ALL, GUEST, type, packet);
    }

    /** What the guest's frame is refused for, or null if everybody else hears it. */
    @Nullable
    DropReason refusal(WireFrame frame) {
        return refusal("guest", frame);
    }

    /** What the frame of a port is refused for, or null if somebody else hears it. */
    @Nullable
    DropReason refusal(String port, WireFrame frame) {
        long[] before = drops(port);
        fabric.listeners();
        fabric.send(port, frame);
        boolean isHeard = !fabric.listeners().isEmpty();
        long[] after = drops(port);
        DropReason refusal = null;
        for (int index = 0; index < after.length; index++) {
            refusal = after[index] > before[index] ? DropReason.at(index) : refusal;
        }
        assertThat(isHeard).as("heard, refused as %s", refusal).isEqualTo(refusal == null);
        return refusal;
    }

    private long[] drops(String port) {
        long[] drops = new long[DropReason.count()];
        Arrays.setAll(drops, index -> fabric.drops(port, DropReason.at(index)));
        return drops;
    }

    private static AddressGuard withoutBindings(AddressGuard guard) {
        return new AddressGuard(
                guard.arp(), guard.neighbours(), guard.sources(), guard.snooping(), guard.limit(), List.of());
    }

    @Override
    public void close() {
        fabric.close();
    }
}
