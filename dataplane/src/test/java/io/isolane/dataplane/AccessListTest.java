package io.isolane.dataplane;

import static io.isolane.dataplane.PacketBytes.FRAGMENT;
import static io.isolane.dataplane.PacketBytes.HOP_BY_HOP;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.extension;
import static io.isolane.dataplane.PacketBytes.fragment;
import static io.isolane.dataplane.PacketBytes.ipv4;
import static io.isolane.dataplane.PacketBytes.ipv6;
import static io.isolane.dataplane.PacketBytes.join;
import static io.isolane.dataplane.PacketBytes.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.FragmentPart;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.acl.RuleHits;
import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What access lists keep from entering and leaving, and that nothing gets past them. */
final class AccessListTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final AccessRule PERMIT = AccessRule.permit().build();
    private static final AccessRule DENY_TFTP = AccessRule.deny()
            .protocol(NumberSet.of(UDP))
            .destinationPort(NumberSet.of(69))
            .build();
    private static final AccessRule PERMIT_DNS = AccessRule.permit()
            .protocol(NumberSet.of(UDP))
            .destinationPort(NumberSet.of(53))
            .build();
    private static final byte[] TFTP = udp(5000, 69, new byte[30]);
    private static final byte[] DNS = udp(5000, 53, new byte[30]);

    private final ManualSwitch fabric = ManualSwitch.of(VirtualNetwork.of("net", IsolationMode.LEARNING));

    @AfterEach
    void close() {
        fabric.close();
    }

    // ---- entering

    @ParameterizedTest
    @EnumSource
    void shouldDenyAPacketHoweverItIsWrapped(Disguises disguise) {
        attach(in(DENY_TFTP, PERMIT));

        fabric.send("a", disguise.of(frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, TFTP))));
        fabric.send("a", disguise.of(frame(IPV6, ipv6("fd00::1", "fd00::2", UDP, TFTP))));
        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(2);
        assertThat(fabric.listeners()).isEmpty();
        fabric.send("a", disguise.of(frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, DNS))));
        assertThat(fabric.listeners()).containsExactly("b", "c");
    }

    @Test
    void shouldDenyAPacketBehindExtensionHeaders() {
        attach(in(DENY_TFTP, PERMIT));

        fabric.send(
                "a",
                frame(IPV6, ipv6("fd00::1", "fd00::2", HOP_BY_HOP, join(extension(UDP, 1), TFTP))),
                frame(IPV6, ipv6("fd00::1", "fd00::2", FRAGMENT, join(fragment(UDP, 0, true), TFTP))));

        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(2);
    }

    @Test
    void shouldTakeALaterFragmentForWhatIsDeniedAndNeverForWhatIsPermitted() {
        attach(in(DENY_TFTP, PERMIT));
        WireFrame v4 = frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, 1480, false, new byte[30]));
        WireFrame v6 =
                frame(IPV6, ipv6("fd00::1", "fd00::2", FRAGMENT, join(fragment(UDP, 1480, false), new byte[30])));

        fabric.send("a", v4, v6);
        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(2);
        fabric.reconfigure(port("a", in(PERMIT_DNS)));
        fabric.send("a", v4, v6);
        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(4);
        AccessRule fragments = AccessRule.permit().fragment(FragmentPart.LATER).build();
        fabric.reconfigure(port("a", in(fragments, PERMIT_DNS)));
        fabric.send("a", v4, v6);
        assertThat(fabric.heard("b")).containsExactly(v4, v6);
    }

    @Test
    void shouldKnowTheProtocolOfALaterFragmentOfIpv4() {
        attach(in(DENY_TFTP, PERMIT));
        WireFrame tcp = frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", 6, 1480, false, new byte[30]));

        fabric.send("a", tcp);

        assertThat(fabric.heard("b")).containsExactly(tcp);
    }

    @Test
    void shouldTakeAHeaderThatIsCutForWhatIsDeniedAndNeverForWhatIsPermitted() {
        AccessRule telnet = AccessRule.deny()
                .protocol(NumberSet.of(6))
                .destinationPort(NumberSet.of(23))
                .build();
        attach(in(telnet, PERMIT));
        WireFrame cut = frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", 6, new byte[3]));
        WireFrame lie =
                frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", 6, new byte[30])).cut(30);

        fabric.send("a", cut, lie);
        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(2);
        AccessRule web = AccessRule.permit()
                .protocol(NumberSet.of(6))
                .destinationPort(NumberSet.range(0, 65535))
                .build();
        fabric.reconfigure(port("a", in(web)));
        fabric.send("a", cut, lie);
        assertThat(fabric.drops("a", DropReason.ACCESS_LIST_IN)).isEqualTo(4);
    }

    @Test
    void shouldLearnNothingFromWhatIsDenied() {
        attach(in(AccessRule.deny().sourceMac(B).build(), PERMIT));
        fabric.send("b", WireFrame.of(ALL, B, 0x88b5, new byte[46]));
        fabric.listeners();

        fabric.send("a", WireFrame.of(ALL, B, 0x88b5, new byte[46]));
        fabric.send("c", WireFrame.of(B, A, 0x88b5, new byte[46]));

        assertThat(fabric.counters("a").stationsMoved()).isZero();
        assertThat(fabric.listeners()).containsExactly("b");
    }

    // ---- leaving

    @Test
    void shouldDenyAtTheExitFloodsAndKnownUnicastAlike() {
        fabric.attach(port("a", AccessLists.NONE), port("b", out(DENY_TFTP, PERMIT)), port("c", AccessLists.NONE));
        byte[] packet = ipv4("10.0.0.1", "10.0.0.2", UDP, TFTP);

        fabric.send("a", WireFrame.of(ALL, A, IPV4, packet));
        assertThat(fabric.listeners()).containsExactly("c");
        fabric.send("b", WireFrame.of(ALL, B, 0x88b5, new byte[46]));
        fabric.listeners();
        fabric.send("a", WireFrame.of(B, A, IPV4, packet), WireFrame.of(B, A, IPV4, packet));
        assertThat(fabric.listeners()).isEmpty();
        assertThat(fabric.drops("b", DropReason.ACCESS_LIST_OUT)).isEqualTo(3);
        fabric.send("a", WireFrame.of(B, A, IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, DNS)));
        assertThat(fabric.listeners()).containsExactly("b");
    }

    @Test
    void shouldChangeWhatMayLeaveWhileItRuns() {
        fabric.attach(port("a", AccessLists.NONE), port("b", out(PERMIT_DNS)), port("c", AccessLists.NONE));
        WireFrame arp = WireFrame.of(ALL, A, 0x0806, new byte[46]);

        fabric.send("a", arp);
        assertThat(fabric.listeners()).containsExactly("c");
        fabric.reconfigure(port("b", AccessLists.NONE));
        fabric.send("a", arp);
        assertThat(fabric.listeners()).containsExactly("b", "c");
    }

    @Test
    void shouldSeeTheVlanAndPriorityWithWhichAFrameLeaves() {
        AccessRule urgent = AccessRule.deny()
                .vlan(NumberSet.of(10))
                .pcp(NumberSet.range(5, 7))
                .build();
        AccessRule notTen = AccessRule.deny().vlan(NumberSet.of(10)).build();
        fabric.attach(
                vlan("a", VlanMembership.trunk(10, 20), in(PERMIT)),
                vlan("b", VlanMembership.trunk(10, 20), out(urgent, PERMIT)),
                vlan("c", VlanMembership.access(10), out(notTen, PERMIT)),
                vlan("d", VlanMembership.access(20), out(notTen, PERMIT)));
        WireFrame frame = WireFrame.of(ALL, A, 0x88b5, new byte[46]);

        fabric.send("a", frame.pushed(0x8100, 7 << 13 | 10));
        assertThat(fabric.listeners()).isEmpty();
        fabric.send("a", frame.pushed(0x8100, 10));
        assertThat(fabric.listeners()).containsExactly("b");
        fabric.send("a", frame.pushed(0x8100, 7 << 13 | 20));
        assertThat(fabric.listeners()).containsExactly("b", "d");
    }

    @Test
    void shouldSeeTheVlanAndPriorityWithWhichAFrameEnters() {
        AccessRule voice =
                AccessRule.permit().vlan(NumberSet.of(20)).pcp(NumberSet.of(5)).build();
        fabric.attach(
                vlan("a", VlanMembership.trunk(10, 20), in(voice)),
                vlan("b", VlanMembership.trunk(10, 20), AccessLists.NONE));
        WireFrame frame = WireFrame.of(ALL, A, 0x88b5, new byte[46]);

        fabric.send("a", frame.pushed(0x8100, 5 << 13 | 10), frame.pushed(0x8100, 20));
        assertThat(fabric.heard("b")).isEmpty();
        fabric.send("a", frame.pushed(0x8100, 5 << 13 | 20));
        assertThat(fabric.heard("b")).hasSize(1);
    }

    // ---- counting and copying

    @Test
    void shouldCountWhatEachRuleMatchedAndGoOnCountingAfterAChangeElsewhere() {
        attach(in(AccessRule.count().etherType(NumberSet.of(0x0806)).build(), DENY_TFTP, PERMIT));
        fabric.send(
                "a", WireFrame.of(ALL, A, 0x0806, new byte[46]), frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, TFTP)));

        fabric.reconfigure(port("b", out(PERMIT)));
        fabric.send("a", WireFrame.of(ALL, A, 0x0806, new byte[46]));

        assertThat(fabric.fabric().hitsIn("a")).extracting(RuleHits::frames).containsExactly(2L, 1L, 2L, 0L);
        assertThat(fabric.fabric().hitsIn("a"))
                .extracting(RuleHits::bytes)
                .containsExactly(120L, 14L + 28 + 30, 120L, 0L);
        assertThat(fabric.fabric().hitsOut("b")).extracting(RuleHits::frames).containsExactly(1L, 0L);
        assertThat(fabric.fabric().hitsOut("a")).isEmpty();
    }

    @Test
    void shouldCopyWhatARuleOfEitherDirectionNamesAMirrorForEvenIfItIsDenied() {
        AccessRule watched = AccessRule.deny()
                .protocol(NumberSet.of(UDP))
                .destinationPort(NumberSet.of(69))
                .mirror("ids")
                .build();
        try (ManualSwitch mirrored = ManualSwitch.of(SwitchConfig.of(VirtualNetwork.of("net", IsolationMode.LEARNING))
                .withMirrors(List.of(new Mirror("ids", List.of(), false, false, "watch"))))) {
            mirrored.attach(
                    port("a", in(watched, PERMIT)),
                    port("b", out(watched, PERMIT)),
                    port("c", AccessLists.NONE),
                    PortProfile.monitor("watch").build());
            WireFrame tftp = frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, TFTP));
            WireFrame dns = frame(IPV4, ipv4("10.0.0.1", "10.0.0.2", UDP, DNS));

            mirrored.send("a", tftp, dns);
            assertThat(mirrored.heard("watch")).containsExactly(tftp);
            assertThat(mirrored.heard("c")).containsExactly(dns);
            mirrored.send("c", tftp, dns);
            assertThat(mirrored.heard("watch")).containsExactly(tftp);
            assertThat(mirrored.heard("a")).containsExactly(tftp, dns);
            assertThat(mirrored.heard("b")).containsExactly(dns, dns);
            mirrored.detach("watch");
            mirrored.send("c", tftp);
            assertThat(mirrored.listeners()).containsExactly("a");
        }
    }

    private void attach(AccessLists lists) {
        fabric.attach(port("a", lists), port("b", AccessLists.NONE), port("c", AccessLists.NONE));
    }

    private static AccessLists in(AccessRule... rules) {
        return new AccessLists(List.of(AccessList.of("in", rules)), List.of());
    }

    private static AccessLists out(AccessRule... rules) {
        return new AccessLists(List.of(), List.of(AccessList.of("out", rules)));
    }

    private static PortProfile port(String name, AccessLists lists) {
        return builder(name, lists).build();
    }

    private static PortProfile vlan(String name, VlanMembership vlan, AccessLists lists) {
        return builder(name, lists).vlan(vlan).build();
    }

    private static PortProfileBuilder builder(String name, AccessLists lists) {
        return PortProfile.guest(name, "net").guards(PortGuards.builder().access(lists));
    }

    private static WireFrame frame(int type, byte[] packet) {
        return WireFrame.of(ALL, A, type, packet);
    }
}
