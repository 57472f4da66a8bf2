package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No frame costs an allocation, good or bad, known or flooded, in any mode. */
class PipelineAllocationTest {
    private static final int FRAMES = 200_000;
    private static final int BURST = 32;
    private static final int ROUNDS = 10;
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long FIRST = 0x02_00_00_00_00_00L;
    private static final List<String> GUESTS = List.of("a", "b", "c");

    private final long[] received = new long[BURST];
    private final VirtualNic[] nics = new VirtualNic[GUESTS.size() + 1];
    private final WireFrame[] frames = {
        WireFrame.of(FIRST + 1, FIRST, 0x0800, new byte[50]),
        WireFrame.of(FIRST + 1, FIRST, 0x0800, new byte[50]),
        WireFrame.of(FIRST + 3, FIRST, 0x0800, new byte[1500]),
        WireFrame.of(ALL, FIRST, 0x0806, new byte[28]),
        WireFrame.of(FIRST + 99, FIRST, 0x0800, new byte[50]),
        WireFrame.of(FIRST + 1, FIRST, 0x0800, new byte[50]).pushed(0x8100, 0x2000),
        WireFrame.of(FIRST + 1, FIRST, 0x0800, new byte[50]).pushed(0x8100, 4095),
        WireFrame.of(FIRST + 1, FIRST + 98, 0x0800, new byte[50]),
        WireFrame.of(ALL, ALL, 0x0800, new byte[50]),
        WireFrame.of(ALL, FIRST, 0x0800, new byte[50]).cut(9),
    };

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingOnAWarmPath(IsolationMode mode) {
        assertNothingIsAllocated(mode, PortGuards.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = IsolationMode.class,
            names = {"LEARNING", "REGISTERED"})
    void shouldAllocateNothingWhereFramesArePoliced(IsolationMode mode) {
        RateLimit limit = RateLimit.of(Rate.bits(1_000_000_000, 100_000_000), Rate.frames(1000, 900_000));
        assertNothingIsAllocated(
                mode,
                PortGuards.builder()
                        .storms(new StormControl(limit, limit, RateLimit.of(Rate.frames(1, 1))))
                        .rates(new RateLimits(limit, limit))
                        .build());
    }

    @Test
    void shouldAllocateNothingWhereStationsAreRefused() {
        PortSecurity listed = new PortSecurity(Violation.RESTRICT, List.of(FIRST + 7), true, Duration.ZERO);
        assertNothingIsAllocated(
                IsolationMode.LEARNING,
                PortGuards.builder().security(listed).noFloodKnown(true).build());
    }

    @ParameterizedTest
    @EnumSource(
            value = IsolationMode.class,
            names = {"LEARNING", "PRIVATE_VLAN"})
    void shouldAllocateNothingWhereAccessListsAreAsked(IsolationMode mode) {
        AccessList list = AccessList.of(
                "list",
                AccessRule.count().etherType(NumberSet.of(0x0806)).build(),
                AccessRule.deny()
                        .protocol(NumberSet.of(17))
                        .destinationPort(NumberSet.of(69))
                        .destinationMac(ALL)
                        .build(),
                AccessRule.permit().build());
        assertNothingIsAllocated(
                mode,
                PortGuards.builder()
                        .access(new AccessLists(List.of(list), List.of(list)))
                        .build());
    }

    private void assertNothingIsAllocated(IsolationMode mode, PortGuards guards) {
        try (ManualSwitch fabric = start(mode, guards)) {
            for (int i = 0; i < nics.length; i++) {
                nics[i] = fabric.nic(i < GUESTS.size() ? GUESTS.get(i) : "uplink");
            }
            long[] prepared = new long[frames.length];
            long allocated = forward(fabric, prepared);
            for (int round = 1; round < ROUNDS && allocated > 0; round++) {
                allocated = forward(fabric, prepared);
            }

            assertThat(allocated).as("bytes of %s frames", FRAMES).isZero();
            assertThat(fabric.counters("b").txFrames()).isGreaterThan(FRAMES / 10);
        }
    }

    /** Forwards all frames and returns the bytes that this thread has allocated meanwhile. */
    private long forward(ManualSwitch fabric, long[] prepared) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        VirtualSwitch switching = fabric.fabric();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int sent = 0; sent < FRAMES; sent += prepared.length) {
            for (int i = 0; i < prepared.length; i++) {
                nics[0].send(frames[i].writtenTo(nics[0]));
            }
            switching.poll();
            for (VirtualNic nic : nics) {
                nic.free(received, nic.receive(received, BURST));
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static ManualSwitch start(IsolationMode mode, PortGuards guards) {
        VirtualNetwork net = switch (mode) {
            case VLAN_PER_GUEST -> VirtualNetwork.vlanPerGuest("net", 10, IsolationMode.LEARNING);
            case PRIVATE_VLAN -> VirtualNetwork.privateVlan("net", new PrivateVlan(10, 11, Map.of("red", 12)));
            default -> VirtualNetwork.of("net", mode);
        };
        ManualSwitch fabric = ManualSwitch.of(net);
        for (int i = 0; i < GUESTS.size(); i++) {
            PortProfileBuilder guest = PortProfile.guest(GUESTS.get(i), "net")
                    .addresses(FIRST + i)
                    .guards(guards)
                    .stationLimit(guards.security().isOn() ? 8 : PortProfile.UNLIMITED)
                    .protectedPort(mode == IsolationMode.PROTECTED && i == 2);
            fabric.attach(
                    mode == IsolationMode.PRIVATE_VLAN
                            ? guest.privateVlanRole(PrivateVlanRole.community("red"))
                                    .build()
                            : guest.build());
        }
        return fabric.attach(PortProfile.uplink("uplink", "net").build());
    }
}
