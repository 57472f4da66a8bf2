package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guest tries with tags, group addresses and other guests' names to leave its VLAN or its isolation. */
class TagAttackTest {
    private static final int CUSTOMER = 0x8100;
    private static final int SERVICE = 0x88a8;
    private static final int LEGACY = 0x9100;
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final WireFrame PLAIN = WireFrame.of(ALL, A, 0x0800, new byte[] {1, 2, 3});
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    @Test
    void shouldNotHopToAnotherVlanByTwoTagsOverTheNativeVlanOfATrunk() {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.send("attacker", PLAIN.pushed(CUSTOMER, 20).pushed(CUSTOMER, 10));

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.TAG_ON_ACCESS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldDropATagThatHidesBehindPriorityTags(int priorityTags) {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            WireFrame frame = PLAIN.pushed(CUSTOMER, 20);
            for (int i = 0; i < priorityTags; i++) {
                frame = frame.pushed(CUSTOMER, 0);
            }
            fabric.send("attacker", frame);

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.SECOND_TAG)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SERVICE, LEGACY})
    void shouldDropAServiceTagOnAnAccessPortAndOnACustomerTrunk(int tpid) {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.send("attacker", PLAIN.pushed(tpid, 20));
            fabric.send("trunk", PLAIN.pushed(tpid, 20));

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.FOREIGN_TAG)).isEqualTo(1);
            assertThat(fabric.drops("trunk", DropReason.FOREIGN_TAG)).isEqualTo(1);
        }
    }

    @Test
    void shouldNeverShowAnInnerTagBareOnATrunkWhoseNativeVlanIsUntagged() {
        try (ManualSwitch fabric = victimBehindTrunk().attach(guest("other trunk", VlanMembership.trunk(10, 20)))) {
            WireFrame stacked = PLAIN.pushed(CUSTOMER, 20).pushed(CUSTOMER, 10);

            fabric.send("other trunk", stacked);

            assertThat(fabric.heard("trunk")).containsExactly(stacked);
            assertThat(fabric.heard("victim")).isEmpty();
        }
    }

    @Test
    void shouldNotBecomeATrunkWhateverAGuestNegotiates() {
        WireFrame dtp = WireFrame.of(0x0100_0ccc_ccccL, A, 26, new byte[26]);
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.send("attacker", dtp);
            fabric.listeners();
            fabric.send("attacker", PLAIN.pushed(CUSTOMER, 20));

            assertThat(fabric.listeners()).isEmpty();
        }
    }

    @Test
    void shouldDropTheReservedVidEverywhereAndAVlanThatATrunkDoesNotCarry() {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.send("attacker", PLAIN.pushed(CUSTOMER, 4095));
            fabric.send("trunk", PLAIN.pushed(CUSTOMER, 4095), PLAIN.pushed(CUSTOMER, 30));

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.RESERVED_VID)).isEqualTo(1);
            assertThat(fabric.drops("trunk", DropReason.RESERVED_VID)).isEqualTo(1);
            assertThat(fabric.drops("trunk", DropReason.VLAN_NOT_ALLOWED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIVATE_VLAN")
    void shouldForwardNoLinkLocalFrameInAnyModeAndItsNeighboursLikeAnyGroup(IsolationMode mode) {
        VirtualNetwork net = mode == IsolationMode.VLAN_PER_GUEST
                ? VirtualNetwork.vlanPerGuest("net", 10, IsolationMode.LEARNING)
                : VirtualNetwork.of("net", mode);
        try (ManualSwitch fabric = ManualSwitch.of(net)
                .attach(PortProfile.guest("a", "net").addresses(A).build())
                .attach(PortProfile.guest("b", "net").addresses(B).build())) {
            for (int last = 0; last < 0x30; last++) {
                WireFrame frame = WireFrame.of(0x0180_c200_0000L + last, A, 0x88cc, new byte[10]);
                fabric.send("a", frame);

                assertThat(fabric.heard("b")).hasSize(last < 0x10 ? 0 : 1);
            }
            assertThat(fabric.drops("a", DropReason.LINK_LOCAL)).isEqualTo(16);
        }
    }

    @Test
    void shouldForwardNoLinkLocalFrameBehindATagEither() {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.send(
                    "trunk",
                    WireFrame.of(0x0180_c200_0000L, A, 39, new byte[39]).pushed(CUSTOMER, 20));

            assertThat(fabric.listeners()).isEmpty();
        }
    }

    @Test
    void shouldForwardLinkLocalFramesBetweenPortsThatSaySo() {
        WireFrame lldp = WireFrame.of(0x0180_c200_000eL, A, 0x88cc, new byte[10]);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(PortProfile.guest("a", "net").linkLocal(true).build())
                .attach(PortProfile.guest("b", "net").linkLocal(true).build())
                .attach(PortProfile.guest("c", "net").promiscuous(true).build())) {
            fabric.send("a", lldp);

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldKeepEveryGroupFrameInItsVlanWhateverItsAddress() {
        Random random = new Random(26);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("attacker", VlanMembership.access(10)), guest("same", VlanMembership.access(10)))
                .attach(guest("victim", VlanMembership.access(20)))) {
            for (int i = 0; i < 1000; i++) {
                long group = (random.nextLong() & 0xffff_ffff_ffffL) | 1L << 40;
                fabric.send("attacker", WireFrame.of(group, A, random.nextInt(1 << 16), new byte[20]));
                fabric.heard("same");

                assertThat(fabric.heard("victim")).isEmpty();
            }
        }
    }

    @Test
    void shouldCarryFiveTagsOfACustomerThroughATunnelToTheLast() {
        WireFrame customers = PLAIN.pushed(CUSTOMER, 1)
                .pushed(SERVICE, 20)
                .pushed(CUSTOMER, 4095)
                .pushed(LEGACY, 0)
                .pushed(CUSTOMER, 0xe003);
        VlanMembership trunk = new VlanMembership.Trunk(VidSet.of(10, 20), VlanMembership.NO_NATIVE, false, SERVICE);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("in", VlanMembership.tunnel(10)), guest("out", VlanMembership.tunnel(10)))
                .attach(guest("other", VlanMembership.tunnel(20)), guest("provider", trunk))) {
            fabric.send("in", customers);
            assertThat(fabric.heard("out")).containsExactly(customers);
            assertThat(fabric.heard("provider")).containsExactly(customers.pushed(SERVICE, 10));
            assertThat(fabric.heard("other")).isEmpty();

            fabric.send("provider", customers.pushed(SERVICE, 20));
            assertThat(fabric.heard("other")).containsExactly(customers);
        }
    }

    @Test
    void shouldNotCrossProtectedPortsByAForgedSourceOrAKnownDestination() {
        VirtualNetwork net = VirtualNetwork.of("net", IsolationMode.PROTECTED);
        try (ManualSwitch fabric = ManualSwitch.of(net)
                .attach(PortProfile.guest("attacker", "net").protectedPort(true).build())
                .attach(PortProfile.guest("victim", "net")
                        .protectedPort(true)
                        .addresses(B)
                        .build())
                .attach(PortProfile.uplink("uplink", "net").build())) {
            fabric.send("attacker", WireFrame.of(B, B + 1, 0x0800, new byte[4]), PLAIN);
            fabric.send("attacker", WireFrame.of(ALL, B, 0x0800, new byte[4]), PLAIN.pushed(CUSTOMER, 0));

            assertThat(fabric.heard("victim")).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.OUTSIDE_REACH)).isEqualTo(1);
        }
    }

    @Test
    void shouldNotCrossIsolatedPortsByATagOrAKnownDestination() {
        VirtualNetwork net = VirtualNetwork.privateVlan("net", new PrivateVlan(100, 101, Map.of()));
        try (ManualSwitch fabric = ManualSwitch.of(net)
                .attach(PortProfile.guest("attacker", "net")
                        .privateVlanRole(PrivateVlanRole.ISOLATED)
                        .build())
                .attach(PortProfile.guest("victim", "net")
                        .privateVlanRole(PrivateVlanRole.ISOLATED)
                        .addresses(B)
                        .build())
                .attach(PortProfile.uplink("uplink", "net")
                        .vlan(VlanMembership.trunk(100, 101))
                        .build())) {
            fabric.send("attacker", WireFrame.of(B, A, 0x0800, new byte[4]));
            fabric.send("attacker", PLAIN.pushed(CUSTOMER, 100), PLAIN.pushed(CUSTOMER, 101), PLAIN);
            assertThat(fabric.heard("victim")).isEmpty();
            assertThat(fabric.heard("uplink")).containsExactly(PLAIN.pushed(CUSTOMER, 101));

            fabric.send("uplink", WireFrame.of(ALL, B + 1, 0x0800, new byte[4]).pushed(CUSTOMER, 101));
            assertThat(fabric.heard("victim"))
                    .as("an isolated port of another switch")
                    .isEmpty();
            fabric.send("uplink", WireFrame.of(ALL, B + 1, 0x0800, new byte[4]).pushed(CUSTOMER, 100));
            assertThat(fabric.heard("victim"))
                    .as("a promiscuous port of another switch")
                    .hasSize(1);
        }
    }

    @Test
    void shouldNotLetBitsOfATagThatIsNotThereNameAVlan() {
        try (ManualSwitch fabric = victimBehindTrunk()) {
            fabric.offer("attacker", PLAIN, ManualSwitch.Disguise.DIRTY);
            fabric.poll();

            assertThat(fabric.heard("trunk")).containsExactly(PLAIN);
        }
    }

    /** The attacker is in VLAN 10, which is the trunk's native one; the victim is in VLAN 20. */
    private static ManualSwitch victimBehindTrunk() {
        return ManualSwitch.of(NET)
                .attach(guest("attacker", VlanMembership.access(10)), guest("victim", VlanMembership.access(20)))
                .attach(guest("trunk", new VlanMembership.Trunk(VidSet.of(20), 10, false, CUSTOMER)));
    }

    private static PortProfile guest(String name, VlanMembership vlan) {
        return PortProfile.guest(name, "net").vlan(vlan).build();
    }
}
