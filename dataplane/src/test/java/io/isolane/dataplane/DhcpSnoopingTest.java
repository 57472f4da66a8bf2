package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.ALL;
import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.GuardedSwitch.NEIGHBOUR;
import static io.isolane.dataplane.GuardedSwitch.NO_SERVICES;
import static io.isolane.dataplane.GuardedSwitch.SERVER;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.dhcp;
import static io.isolane.dataplane.PacketBytes.dhcpType;
import static io.isolane.dataplane.PacketBytes.dhcpv6;
import static io.isolane.dataplane.PacketBytes.hex;
import static io.isolane.dataplane.PacketBytes.ipv4;
import static io.isolane.dataplane.PacketBytes.ipv6;
import static io.isolane.dataplane.PacketBytes.neighbour;
import static io.isolane.dataplane.PacketBytes.requested;
import static io.isolane.dataplane.PacketBytes.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.ServiceGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Which addresses guests may use after they have asked a DHCP server for them, and after their neighbours have tried to get the
 * same.
 */
class DhcpSnoopingTest {
    private static final int LIMIT = 2;
    private static final int LEASE = 100;
    private static final AddressGuard SNOOPING = new AddressGuard(true, true, true, true, LIMIT, List.of());

    private final GuardedSwitch guarded = new GuardedSwitch(NO_SERVICES, SNOOPING, true);
    private final ManualSwitch fabric = guarded.fabric;

    @AfterEach
    void close() {
        guarded.close();
    }

    @Test
    void shouldLetAGuestUseTheAddressThatItWasGivenUntilTheLeaseEnds() {
        assertThat(use("guest", GUEST, "10.0.0.5")).isEqualTo(DropReason.UNBOUND_SOURCE);

        grant("guest", GUEST, "10.0.0.5", 1);
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();
        assertThat(use("neighbour", NEIGHBOUR, "10.0.0.5")).isEqualTo(DropReason.UNBOUND_SOURCE);
        fabric.advance(LEASE - 1);
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();
        fabric.advance(2);
        assertThat(use("guest", GUEST, "10.0.0.5")).isEqualTo(DropReason.UNBOUND_SOURCE);
        assertThat(fabric.fabric().bindings()).isEmpty();
    }

    @Test
    void shouldKeepAnAddressWhoseLeaseIsRenewed() {
        grant("guest", GUEST, "10.0.0.5", 1);
        fabric.advance(LEASE / 2);
        ask("guest", GUEST, dhcp(1, GUEST, 2, "10.0.0.5", "0.0.0.0", dhcpType(3)), "10.0.0.5");
        answer(GUEST, "10.0.0.5", 2);
        fabric.advance(LEASE / 2 + 10);
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();
    }

    @Test
    void shouldShowWhatIsBound() {
        grant("guest", GUEST, "10.0.0.5", 1);
        assertThat(fabric.fabric().bindings()).singleElement().satisfies(bound -> {
            assertThat(bound.port()).isEqualTo("guest");
            assertThat(bound.address()).hasToString("10.0.0.5");
            assertThat(bound.mac()).isEqualTo(GUEST);
            assertThat(bound.left()).hasValueSatisfying(left -> assertThat(left).hasSeconds(LEASE));
        });
    }

    @Test
    void shouldForgetAnAddressThatIsGivenBackByItsOwnerOnly() {
        grant("guest", GUEST, "10.0.0.5", 1);
        byte[] stolen = dhcp(1, NEIGHBOUR, 9, "10.0.0.5", "0.0.0.0", dhcpType(7));
        assertThat(ask("neighbour", NEIGHBOUR, stolen, "0.0.0.0")).isEqualTo(DropReason.FORGED_DHCP);
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();

        byte[] release = dhcp(1, GUEST, 9, "10.0.0.5", "0.0.0.0", dhcpType(7));
        assertThat(ask("guest", GUEST, release, "10.0.0.5")).isNull();
        assertThat(use("guest", GUEST, "10.0.0.5")).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @Test
    void shouldNotLetANeighbourAskForAnAddressThatIsBound() {
        grant("guest", GUEST, "10.0.0.5", 1);
        assertThat(ask("neighbour", NEIGHBOUR, request(NEIGHBOUR, "10.0.0.5", 2), "0.0.0.0"))
                .isEqualTo(DropReason.FORGED_DHCP);
    }

    @Test
    void shouldBindTheAddressToWhoAskedFirstWhereANeighbourCopiesTheRequest() {
        fabric.send("guest", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        fabric.advance(1);
        fabric.send("neighbour", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        answer(GUEST, "10.0.0.5", 1);

        assertThat(use("neighbour", GUEST, "10.0.0.5")).isEqualTo(DropReason.UNBOUND_SOURCE);
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();
    }

    @Test
    void shouldBindNothingWhereTwoPortsAskAtTheSameTime() {
        fabric.send("guest", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        fabric.send("neighbour", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        answer(GUEST, "10.0.0.5", 1);

        assertThat(fabric.fabric().bindings()).isEmpty();
    }

    @Test
    void shouldNotBelieveAnAnswerThatNobodyAskedForOrThatComesTooLate() {
        answer(GUEST, "10.0.0.5", 1);
        fabric.send("guest", askFrame(GUEST, request(GUEST, "10.0.0.6", 2), "0.0.0.0"));
        answer(GUEST, "10.0.0.6", 3);
        fabric.advance(65);
        answer(GUEST, "10.0.0.6", 2);

        assertThat(fabric.fabric().bindings()).isEmpty();
    }

    @Test
    void shouldNotBelieveAServerWhosePortIsNotSaidToHaveOne() {
        fabric.attach(GuardedSwitch.profile("stranger", ServiceGuard.OFF, AddressGuard.OFF));
        fabric.send("guest", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        fabric.send("stranger", answerFrame(GUEST, "10.0.0.5", 1, PacketBytes.lease(LEASE)));

        assertThat(fabric.fabric().bindings()).isEmpty();
    }

    @Test
    void shouldRefuseRequestsOfAPortThatHasAllItMayHaveUntilALeaseEnds() {
        grant("guest", GUEST, "10.0.0.5", 1);
        grant("guest", GUEST + 0x100, "10.0.0.6", 2);
        assertThat(ask("guest", GUEST + 0x200, request(GUEST + 0x200, "10.0.0.7", 3), "0.0.0.0"))
                .isEqualTo(DropReason.BINDING_LIMIT);
        assertThat(ask("guest", GUEST, request(GUEST, "10.0.0.5", 4), "0.0.0.0"))
                .as("what it has already")
                .isNull();
        grant("neighbour", NEIGHBOUR, "10.0.0.8", 5);
        assertThat(use("neighbour", NEIGHBOUR, "10.0.0.8")).as("the neighbour").isNull();

        fabric.advance(LEASE + 1);
        grant("guest", GUEST + 0x200, "10.0.0.7", 6);
        assertThat(use("guest", GUEST + 0x200, "10.0.0.7")).isNull();
    }

    @Test
    void shouldRefuseAnAnswerThatGivesOneGuestTheAddressOfAnother() {
        grant("guest", GUEST, "10.0.0.5", 1);
        fabric.send("neighbour", askFrame(NEIGHBOUR, request(NEIGHBOUR, "10.0.0.6", 2), "0.0.0.0"));
        assertThat(answer(NEIGHBOUR, "10.0.0.5", 2)).isEqualTo(DropReason.UNBOUND_LEASE);
    }

    @Test
    void shouldReadALeaseTimeThatOverflowsIntoTheFileName() {
        fabric.send("guest", askFrame(GUEST, request(GUEST, "10.0.0.5", 1), "0.0.0.0"));
        byte[] message = dhcp(2, GUEST, 1, "0.0.0.0", "10.0.0.5", dhcpType(5), hex("340101"));
        System.arraycopy(PacketBytes.lease(LEASE), 0, message, 108, 6);
        message[114] = (byte) 0xff;
        fabric.send("lan", WireFrame.of(GUEST, SERVER, IPV4, ipv4("10.0.0.1", "10.0.0.5", UDP, udp(67, 68, message))));

        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();
    }

    @Test
    void shouldForgetWhatAPortLearntWhenItGoesAndKeepItWhenAnotherGuardChanges() {
        grant("guest", GUEST, "10.0.0.5", 1);
        grant("neighbour", NEIGHBOUR, "10.0.0.6", 2);
        fabric.fabric().reconfigure(profile("guest", new AddressGuard(false, true, true, true, 5, List.of())));
        assertThat(use("guest", GUEST, "10.0.0.5")).isNull();

        fabric.fabric().detach("neighbour");
        assertThat(fabric.fabric().bindings()).extracting(BoundAddress::port).containsExactly("guest");
        fabric.fabric().reconfigure(profile("guest", AddressGuard.OFF));
        assertThat(fabric.fabric().bindings()).isEmpty();
    }

    // ---- IPv6

    @Test
    void shouldGiveALinkLocalAddressToWhoAsksFirst() {
        assertThat(duplicateDetection("guest", GUEST, "fe80::5")).isNull();
        assertThat(duplicateDetection("neighbour", NEIGHBOUR, "fe80::5")).isEqualTo(DropReason.FORGED_ND);
        assertThat(useV6("guest", GUEST, "fe80::5")).isNull();
        assertThat(useV6("neighbour", NEIGHBOUR, "fe80::5")).isEqualTo(DropReason.UNBOUND_SOURCE);
        assertThat(duplicateDetection("guest", GUEST, "fd00::5"))
                .as("an address of the network's")
                .isEqualTo(DropReason.FORGED_ND);
    }

    @Test
    void shouldGiveAPortNoMoreLinkLocalAddressesThanItMayHave() {
        assertThat(duplicateDetection("guest", GUEST, "fe80::1")).isNull();
        assertThat(duplicateDetection("guest", GUEST, "fe80::2")).isNull();
        assertThat(duplicateDetection("guest", GUEST, "fe80::3")).isEqualTo(DropReason.FORGED_ND);
        assertThat(duplicateDetection("neighbour", NEIGHBOUR, "fe80::3")).isNull();
    }

    @Test
    void shouldLetAGuestUseTheIpv6AddressThatItWasGivenUntilItIsGivenBack() {
        duplicateDetection("guest", GUEST, "fe80::5");
        duplicateDetection("neighbour", NEIGHBOUR, "fe80::6");
        assertThat(askV6("guest", GUEST, "fe80::5", dhcpv6(3, 7, 0, List.of("fd00::5"))))
                .isNull();
        assertThat(answerV6(GUEST, dhcpv6(7, 8, LEASE, List.of("fd00::5"))))
                .as("another's")
                .isNull();
        assertThat(useV6("guest", GUEST, "fd00::5")).isEqualTo(DropReason.UNBOUND_SOURCE);

        assertThat(answerV6(GUEST, dhcpv6(7, 7, LEASE, List.of("fd00::5")))).isNull();
        assertThat(useV6("guest", GUEST, "fd00::5")).isNull();
        assertThat(duplicateDetection("guest", GUEST, "fd00::5")).isNull();

        assertThat(askV6("neighbour", NEIGHBOUR, "fe80::6", dhcpv6(8, 9, 0, List.of("fd00::5"))))
                .isEqualTo(DropReason.FORGED_DHCP);
        assertThat(askV6("neighbour", NEIGHBOUR, "fe80::6", dhcpv6(3, 9, 0, List.of("fd00::6", "fd00::5"))))
                .isEqualTo(DropReason.FORGED_DHCP);
        assertThat(askV6("guest", GUEST, "fe80::5", dhcpv6(8, 9, 0, List.of("fd00::5"))))
                .isNull();
        assertThat(useV6("guest", GUEST, "fd00::5")).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    // ---- what ports send

    private void grant(String port, long mac, String address, int xid) {
        fabric.send(port, askFrame(mac, request(mac, address, xid), "0.0.0.0"));
        assertThat(answer(mac, address, xid)).isNull();
    }

    private static byte[] request(long mac, String address, int xid) {
        return dhcp(1, mac, xid, "0.0.0.0", "0.0.0.0", dhcpType(3), requested(address));
    }

    private @Nullable DropReason ask(String port, long mac, byte[] message, String source) {
        return guarded.refusal(port, askFrame(mac, message, source));
    }

    private static WireFrame askFrame(long mac, byte[] message, String source) {
        return WireFrame.of(ALL, mac, IPV4, ipv4(source, "255.255.255.255", UDP, udp(68, 67, message)));
    }

    private @Nullable DropReason answer(long mac, String address, int xid) {
        return guarded.refusal("lan", answerFrame(mac, address, xid, PacketBytes.lease(LEASE)));
    }

    private static WireFrame answerFrame(long mac, String address, int xid, byte[] lease) {
        byte[] message = dhcp(2, mac, xid, "0.0.0.0", address, dhcpType(5), lease);
        return WireFrame.of(ALL, SERVER, IPV4, ipv4("10.0.0.1", "255.255.255.255", UDP, udp(67, 68, message)));
    }

    private @Nullable DropReason askV6(String port, long mac, String source, byte[] message) {
        return guarded.refusal(
                port, WireFrame.of(ALL, mac, IPV6, ipv6(source, "ff02::1:2", UDP, udp(546, 547, message))));
    }

    private @Nullable DropReason answerV6(long mac, byte[] message) {
        return guarded.refusal(
                "lan", WireFrame.of(mac, SERVER, IPV6, ipv6("fe80::1", "fe80::5", UDP, udp(547, 546, message))));
    }

    private @Nullable DropReason use(String port, long mac, String address) {
        return guarded.refusal(
                port, WireFrame.of(ALL, mac, IPV4, ipv4(address, "10.0.0.1", UDP, udp(5000, 53, new byte[9]))));
    }

    private @Nullable DropReason useV6(String port, long mac, String address) {
        return guarded.refusal(
                port, WireFrame.of(ALL, mac, IPV6, ipv6(address, "fd00::1", UDP, udp(5000, 53, new byte[9]))));
    }

    private @Nullable DropReason duplicateDetection(String port, long mac, String target) {
        return guarded.refusal(
                port, WireFrame.of(ALL, mac, IPV6, ipv6("::", "ff02::1:ff00:5", ICMPV6, neighbour(135, target))));
    }

    private static PortProfile profile(String name, AddressGuard addresses) {
        return PortProfile.guest(name, "net")
                .guards(PortGuards.builder()
                        .services(NO_SERVICES)
                        .addresses(addresses)
                        .build())
                .build();
    }
}
