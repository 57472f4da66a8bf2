package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.GuardedSwitch.NEIGHBOUR;
import static io.isolane.dataplane.GuardedSwitch.binding;
import static io.isolane.dataplane.GuardedSwitch.fromGuest;
import static io.isolane.dataplane.PacketBytes.ARP;
import static io.isolane.dataplane.PacketBytes.FRAGMENT;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.arp;
import static io.isolane.dataplane.PacketBytes.fragment;
import static io.isolane.dataplane.PacketBytes.hex;
import static io.isolane.dataplane.PacketBytes.ipv4;
import static io.isolane.dataplane.PacketBytes.ipv6;
import static io.isolane.dataplane.PacketBytes.join;
import static io.isolane.dataplane.PacketBytes.linkLayer;
import static io.isolane.dataplane.PacketBytes.neighbour;
import static io.isolane.dataplane.PacketBytes.routerAdvertisement;
import static io.isolane.dataplane.PacketBytes.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.AddressGuard;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest that uses its neighbour's IP addresses, or speaks for them, whatever it hides that behind. */
class AddressGuardTest {
    private static final String OWN = "10.0.0.5";
    private static final String OWN_V6 = "fd00::5";
    private static final String OWN_LINK_LOCAL = "fe80::5";
    private static final String FOREIGN = "10.0.0.6";
    private static final String FOREIGN_V6 = "fd00::6";
    private static final String GROUP = "ff02::1";

    private final GuardedSwitch guarded = GuardedSwitch.of(new AddressGuard(
            true, true, true, false, 0, List.of(binding(OWN), binding(OWN_V6), binding(OWN_LINK_LOCAL))));

    @AfterEach
    void close() {
        guarded.close();
    }

    // ---- ARP

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shouldLetTheGuestAskAndAnswerForItsOwnAddress(int operation) {
        assertThat(refusal(ARP, arp(operation, GUEST, OWN, FOREIGN))).isNull();
    }

    @Test
    void shouldLetTheGuestProbeAndAnnounceItsOwnAddress() {
        assertThat(refusal(ARP, arp(1, GUEST, "0.0.0.0", OWN))).isNull();
        assertThat(refusal(ARP, arp(1, GUEST, OWN, OWN))).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAnArpReplyForTheNeighbourHoweverItIsWrapped(Disguises disguise) {
        assertThat(guarded.refusal(disguise.of(fromGuest(ARP, arp(2, GUEST, FOREIGN, OWN)))))
                .isEqualTo(DropReason.FORGED_ARP);
    }

    @ParameterizedTest
    @MethodSource("forgedArp")
    void shouldRefuseForgedArp(byte[] packet) {
        assertThat(refusal(ARP, packet)).isEqualTo(DropReason.FORGED_ARP);
    }

    static Stream<byte[]> forgedArp() {
        byte[] own = arp(1, GUEST, OWN, FOREIGN);
        return Stream.of(
                arp(1, GUEST, FOREIGN, FOREIGN), // an announcement
                arp(1, GUEST, "0.0.0.0", FOREIGN), // a probe, to keep the neighbour from its address
                arp(2, GUEST, "0.0.0.0", OWN),
                arp(1, NEIGHBOUR, OWN, FOREIGN), // in another station's name
                arp(3, GUEST, OWN, OWN), // reverse ARP
                Arrays.copyOf(own, 27),
                with(own, 1, 6), // hardware, protocol, and their sizes
                with(own, 2, 0x86),
                with(own, 4, 8),
                with(own, 5, 16),
                with(own, 4, 0));
    }

    // ---- Neighbour Discovery

    @ParameterizedTest
    @MethodSource("honestNeighbours")
    void shouldLetTheGuestDiscoverAndAnswerForItsOwnAddresses(byte[] packet) {
        assertThat(refusal(IPV6, packet)).isNull();
    }

    static Stream<byte[]> honestNeighbours() {
        return Stream.of(
                discovery(OWN_V6, neighbour(135, FOREIGN_V6, linkLayer(1, GUEST))),
                discovery(OWN_LINK_LOCAL, neighbour(135, FOREIGN_V6, linkLayer(1, GUEST))),
                discovery(OWN_V6, neighbour(136, OWN_V6, linkLayer(2, GUEST))),
                discovery(OWN_V6, neighbour(136, OWN_LINK_LOCAL)),
                discovery("::", neighbour(135, OWN_V6)),
                discovery("::", neighbour(135, OWN_V6, hex("0e01 010203040506"))),
                discovery("::", hex("85000000 00000000")),
                discovery(OWN_LINK_LOCAL, join(hex("85000000 00000000"), linkLayer(1, GUEST))),
                discovery(OWN_LINK_LOCAL, routerAdvertisement(GUEST)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAnAdvertisementOfTheNeighboursAddressHoweverItIsWrapped(Disguises disguise) {
        byte[] packet = discovery(OWN_V6, neighbour(136, FOREIGN_V6, linkLayer(2, GUEST)));
        assertThat(guarded.refusal(disguise.of(fromGuest(IPV6, packet)))).isEqualTo(DropReason.FORGED_ND);
    }

    @ParameterizedTest
    @MethodSource("forgedNeighbours")
    void shouldRefuseForgedNeighbourDiscovery(byte[] packet) {
        assertThat(refusal(IPV6, packet)).isEqualTo(DropReason.FORGED_ND);
    }

    static Stream<byte[]> forgedNeighbours() {
        byte[] own = neighbour(136, OWN_V6, linkLayer(2, GUEST));
        return Stream.of(
                discovery(FOREIGN_V6, own),
                discovery(FOREIGN_V6, neighbour(135, OWN_V6, linkLayer(1, GUEST))),
                discovery("::", neighbour(135, FOREIGN_V6)), // keeps the neighbour from its address
                discovery("::", own),
                discovery(OWN_V6, neighbour(136, OWN_V6, linkLayer(2, NEIGHBOUR))),
                discovery(OWN_V6, neighbour(135, FOREIGN_V6, linkLayer(1, NEIGHBOUR))),
                discovery(OWN_V6, neighbour(136, OWN_V6, linkLayer(2, GUEST), linkLayer(2, NEIGHBOUR))),
                discovery(OWN_V6, neighbour(136, OWN_V6, hex("0202"), hex("020000000006 0000000000000000"))),
                discovery(OWN_V6, neighbour(136, OWN_V6, hex("0200 020000000006"))),
                discovery(OWN_V6, Arrays.copyOf(own, 23)),
                discovery(OWN_V6, Arrays.copyOf(own, 30)),
                discovery(OWN_LINK_LOCAL, routerAdvertisement(NEIGHBOUR)),
                discovery(OWN_LINK_LOCAL, join(hex("89000000 00000000"), new byte[32])),
                ipv6(OWN_V6, GROUP, FRAGMENT, join(fragment(ICMPV6, 0, false), own)),
                ipv6(OWN_V6, GROUP, FRAGMENT, join(fragment(ICMPV6, 0, true), Arrays.copyOf(own, 24))));
    }

    // ---- sources

    @Test
    void shouldLetPacketsFromTheGuestsOwnAddressesPass() {
        assertThat(refusal(IPV4, ipv4(OWN, FOREIGN, UDP, udp(5000, 53, new byte[9]))))
                .isNull();
        assertThat(refusal(IPV6, ipv6(OWN_V6, FOREIGN_V6, UDP, udp(5000, 53, new byte[9]))))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAPacketFromTheNeighboursAddressHoweverItIsWrapped(Disguises disguise) {
        byte[] packet = ipv4(FOREIGN, OWN, UDP, udp(5000, 53, new byte[9]));
        assertThat(guarded.refusal(disguise.of(fromGuest(IPV4, packet)))).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, "127.0.0.1", "224.0.0.1", "255.255.255.255", "169.254.1.1", "0.0.0.0"})
    void shouldRefuseAnIpv4PacketFromAnUnboundAddress(String source) {
        assertThat(refusal(IPV4, ipv4(source, OWN, UDP, udp(5000, 53, new byte[9]))))
                .isEqualTo(DropReason.UNBOUND_SOURCE);
        assertThat(refusal(IPV4, ipv4(source, OWN, UDP, 800, false, new byte[9])))
                .as("a later fragment")
                .isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN_V6, "::1", "ff02::1", "::", "::10.0.0.5"})
    void shouldRefuseAnIpv6PacketFromAnUnboundAddress(String source) {
        byte[] packet = ipv6("fd00::1", GROUP, UDP, udp(5000, 53, new byte[9]));
        System.arraycopy(PacketBytes.address(source), 0, packet, 8, 16);
        assertThat(refusal(IPV6, packet)).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @Test
    void shouldNotTakeAnIpv4AddressInIpv6ForTheBoundOne() {
        byte[] mapped = ipv6("fd00::1", GROUP, UDP, udp(5000, 53, new byte[9]));
        System.arraycopy(hex("00000000000000000000ffff0a000005"), 0, mapped, 8, 16);
        assertThat(refusal(IPV6, mapped)).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @Test
    void shouldRefuseTheGuestsOwnAddressFromAnotherStationOrAnotherPort() {
        byte[] packet = ipv4(OWN, FOREIGN, UDP, udp(5000, 53, new byte[9]));
        WireFrame otherStation = WireFrame.of(GuardedSwitch.ALL, NEIGHBOUR, IPV4, packet);
        assertThat(guarded.refusal(otherStation)).isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    @Test
    void shouldLetAHostWithoutAddressReportMulticastAndAskForRouters() {
        assertThat(refusal(IPV6, ipv6("::", "ff02::16", 0, hex("3a00 0502 0000 0100 8f000000 00000000"))))
                .isNull();
        assertThat(refusal(IPV6, ipv6("::", "ff02::16", ICMPV6, hex("80000000 00000000"))))
                .as("an echo request")
                .isEqualTo(DropReason.UNBOUND_SOURCE);
    }

    private @Nullable DropReason refusal(int type, byte[] packet) {
        return guarded.refusal(fromGuest(type, packet));
    }

    private static byte[] discovery(String source, byte[] message) {
        return ipv6(source, GROUP, ICMPV6, message);
    }

    private static byte[] with(byte[] packet, int at, int octet) {
        byte[] changed = packet.clone();
        changed[at] = (byte) octet;
        return changed;
    }
}
