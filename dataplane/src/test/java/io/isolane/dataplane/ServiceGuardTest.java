package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.GuardedSwitch.NO_SERVICES;
import static io.isolane.dataplane.GuardedSwitch.fromGuest;
import static io.isolane.dataplane.PacketBytes.DESTINATION_OPTIONS;
import static io.isolane.dataplane.PacketBytes.FRAGMENT;
import static io.isolane.dataplane.PacketBytes.HOP_BY_HOP;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.ROUTING;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.dhcp;
import static io.isolane.dataplane.PacketBytes.dhcpType;
import static io.isolane.dataplane.PacketBytes.dhcpv6;
import static io.isolane.dataplane.PacketBytes.extension;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest that would be its neighbours' DHCP server or router, whatever it hides that behind. */
class ServiceGuardTest {
    private static final String LINK_LOCAL = "fe80::ff:fe00:a";
    private static final String ALL_NODES = "ff02::1";
    private static final byte[] OFFER =
            udp(67, 68, dhcp(2, 0x02_00_00_00_00_0bL, 7, "0.0.0.0", "10.0.0.9", dhcpType(2)));
    private static final byte[] ADVERTISE = udp(547, 546, dhcpv6(2, 7, 3600, List.of("fd00::9")));

    private final GuardedSwitch guarded = GuardedSwitch.of(NO_SERVICES);

    @AfterEach
    void close() {
        guarded.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseADhcpServerHoweverItIsWrapped(Disguises disguise) {
        assertThat(refusalOfIpv4(disguise, ipv4("10.0.0.66", "255.255.255.255", UDP, OFFER)))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseADhcpv6ServerHoweverItIsWrapped(Disguises disguise) {
        assertThat(refusalOfIpv6(disguise, ipv6(LINK_LOCAL, ALL_NODES, UDP, ADVERTISE)))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseARouterHoweverItIsWrapped(Disguises disguise) {
        assertThat(refusalOfIpv6(disguise, ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, routerAdvertisement(GUEST))))
                .isEqualTo(DropReason.ROGUE_ROUTER);
    }

    @Test
    void shouldRefuseAFrameOfMoreTagsThanAnyNetworkHas() {
        WireFrame deep = fromGuest(IPV6, ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, routerAdvertisement(GUEST)));
        for (int tags = 0; tags < 20; tags++) {
            deep = deep.pushed(0x8100, 0);
        }
        assertThat(guarded.refusal(deep)).isEqualTo(DropReason.UNREADABLE_HEADERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aaaa03 00000c 86dd", "aaaa13 000000 86dd", "aaaa03 0000", "060603", "9898", "aaaa03 123456 8100"
            })
    void shouldRefuseWhatSomeReceiversTakeForAPacketAndSomeDoNot(String header) {
        assertThat(guarded.refusal(fromGuest(60, join(hex(header))))).isEqualTo(DropReason.UNREADABLE_HEADERS);
    }

    // ---- DHCP

    @ParameterizedTest
    @ValueSource(ints = {68, 67, 4011})
    void shouldKnowADhcpServerByEitherPort(int to) {
        byte[] answer = udp(67, to, dhcp(2, GUEST, 7, "0.0.0.0", "10.0.0.9", dhcpType(5)));
        assertThat(guarded.refusal(fromGuest(IPV4, ipv4("10.0.0.66", "10.0.0.9", UDP, answer))))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @Test
    void shouldKnowADhcpServerByItsFirstByteWhereItUsesTheClientsPorts() {
        byte[] answer = udp(68, 67, dhcp(2, GUEST, 7, "0.0.0.0", "10.0.0.9", dhcpType(5)));
        assertThat(guarded.refusal(fromGuest(IPV4, ipv4("10.0.0.66", "10.0.0.9", UDP, answer))))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @Test
    void shouldRefuseAUnicastAnswerFromAnyPortToAClient() {
        byte[] answer = udp(5000, 68, dhcp(2, GUEST, 7, "0.0.0.0", "10.0.0.9", dhcpType(5)));
        WireFrame frame =
                WireFrame.of(GuardedSwitch.NEIGHBOUR, GUEST, IPV4, ipv4("10.0.0.66", "10.0.0.9", UDP, answer));
        assertThat(guarded.refusal(frame)).isEqualTo(DropReason.ROGUE_DHCP);
    }

    @Test
    void shouldRefuseTheFragmentOfADhcpAnswerThatShowsItsPorts() {
        byte[] first = Arrays.copyOf(OFFER, 16);
        assertThat(guarded.refusal(fromGuest(IPV4, ipv4("10.0.0.66", "255.255.255.255", UDP, 0, true, first))))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @Test
    void shouldRefuseAFirstFragmentTooShortToShowItsPorts() {
        byte[] first = Arrays.copyOf(OFFER, 4);
        assertThat(guarded.refusal(fromGuest(IPV4, ipv4("10.0.0.66", "255.255.255.255", UDP, 0, true, first))))
                .isEqualTo(DropReason.UNREADABLE_HEADERS);
    }

    @Test
    void shouldRefuseADhcpAnswerWhoseUdpLengthIsALie() {
        byte[] lie = OFFER.clone();
        lie[4] = (byte) 0xff;
        assertThat(guarded.refusal(fromGuest(IPV4, ipv4("10.0.0.66", "255.255.255.255", UDP, lie))))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 10, 12, 13})
    void shouldKnowADhcpv6ServerOrRelayByItsMessage(int type) {
        byte[] answer = udp(546, 547, dhcpv6(type, 7, 3600, List.of("fd00::9")));
        assertThat(guarded.refusal(fromGuest(IPV6, ipv6(LINK_LOCAL, "fe80::1", UDP, answer))))
                .isEqualTo(DropReason.ROGUE_DHCP);
    }

    @Test
    void shouldRefuseAClientThatAsksInAnothersNameOrThroughARelay() {
        byte[] another = dhcp(1, GuardedSwitch.NEIGHBOUR, 7, "0.0.0.0", "0.0.0.0", dhcpType(1));
        byte[] relayed = dhcp(1, GUEST, 7, "0.0.0.0", "0.0.0.0", dhcpType(1));
        relayed[24] = 10;
        assertThat(refusalOfRequest(another)).isEqualTo(DropReason.FORGED_DHCP);
        assertThat(refusalOfRequest(relayed)).isEqualTo(DropReason.FORGED_DHCP);
    }

    @Test
    void shouldRefuseAClientsMessageThatSaysTwiceWhatItIs() {
        byte[] twice = dhcp(1, GUEST, 7, "0.0.0.0", "0.0.0.0", dhcpType(1), dhcpType(7));
        byte[] inFile = dhcp(1, GUEST, 7, "0.0.0.0", "0.0.0.0", dhcpType(1), hex("340101"));
        System.arraycopy(dhcpType(7), 0, inFile, 108, 3);
        assertThat(refusalOfRequest(twice)).isEqualTo(DropReason.FORGED_DHCP);
        assertThat(refusalOfRequest(inFile)).isEqualTo(DropReason.FORGED_DHCP);
    }

    // ---- routers

    @ParameterizedTest
    @MethodSource("chains")
    void shouldFindARouterBehindExtensionHeaders(List<byte[]> chain, int first) {
        byte[] packet = ipv6(
                LINK_LOCAL, ALL_NODES, first, join(join(chain.toArray(byte[][]::new)), routerAdvertisement(GUEST)));
        assertThat(guarded.refusal(fromGuest(IPV6, packet))).isEqualTo(DropReason.ROGUE_ROUTER);
    }

    static Stream<Arguments> chains() {
        return Stream.of(
                chain(HOP_BY_HOP, extension(ICMPV6, 1)),
                chain(DESTINATION_OPTIONS, extension(ICMPV6, 4)),
                chain(HOP_BY_HOP, extension(DESTINATION_OPTIONS, 1), extension(ROUTING, 2), extension(ICMPV6, 3)),
                chain(DESTINATION_OPTIONS, extension(DESTINATION_OPTIONS, 20), extension(ICMPV6, 20)),
                chain(FRAGMENT, fragment(ICMPV6, 0, false)),
                chain(FRAGMENT, fragment(ICMPV6, 0, true)),
                chain(FRAGMENT, fragment(DESTINATION_OPTIONS, 0, true), extension(ICMPV6, 1)),
                chain(51, hex("3a01 0000 00000000 00000000")),
                chain(135, extension(ICMPV6, 1)),
                chain(139, extension(ICMPV6, 5)),
                chain(140, extension(ICMPV6, 1)));
    }

    private static Arguments chain(int first, byte[]... headers) {
        return Arguments.of(List.of(headers), first);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void shouldRefuseWhatCannotBeReadToItsUpperLayer(byte[] packet) {
        assertThat(guarded.refusal(fromGuest(IPV6, packet))).isEqualTo(DropReason.UNREADABLE_HEADERS);
    }

    static Stream<byte[]> unreadable() {
        byte[] advertisement = routerAdvertisement(GUEST);
        byte[] jumbo = ipv6(LINK_LOCAL, ALL_NODES, HOP_BY_HOP, join(hex("3a00 c204 00010000"), advertisement));
        jumbo[4] = 0;
        jumbo[5] = 0;
        byte[] tooLong = ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, advertisement);
        tooLong[5]++;
        byte[] isIpv4 = ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, advertisement);
        isIpv4[0] = 0x40;
        return Stream.of(
                jumbo,
                tooLong,
                isIpv4,
                Arrays.copyOf(tooLong, 39),
                // the first fragment ends before the protocol, or in it
                ipv6(LINK_LOCAL, ALL_NODES, FRAGMENT, fragment(DESTINATION_OPTIONS, 0, true)),
                ipv6(
                        LINK_LOCAL,
                        ALL_NODES,
                        FRAGMENT,
                        join(fragment(DESTINATION_OPTIONS, 0, true), extension(ICMPV6, 1))),
                ipv6(LINK_LOCAL, ALL_NODES, FRAGMENT, join(fragment(ICMPV6, 0, true), Arrays.copyOf(advertisement, 4))),
                // a later fragment overwrites what the first one shows
                ipv6(LINK_LOCAL, ALL_NODES, FRAGMENT, join(fragment(DESTINATION_OPTIONS, 8, false), advertisement)),
                ipv6(LINK_LOCAL, ALL_NODES, FRAGMENT, join(fragment(6, 504, true), advertisement)),
                // fragments of fragments, a chain too long, a header that nobody knows
                ipv6(
                        LINK_LOCAL,
                        ALL_NODES,
                        FRAGMENT,
                        join(fragment(FRAGMENT, 0, false), fragment(ICMPV6, 0, false), advertisement)),
                ipv6(
                        LINK_LOCAL,
                        ALL_NODES,
                        HOP_BY_HOP,
                        join(extension(DESTINATION_OPTIONS, 60), extension(ICMPV6, 5), advertisement)),
                ipv6(LINK_LOCAL, ALL_NODES, 253, join(extension(ICMPV6, 1), advertisement)),
                ipv6(LINK_LOCAL, ALL_NODES, 200, advertisement));
    }

    @Test
    void shouldRefuseARedirect() {
        byte[] redirect = join(hex("89000000 00000000"), new byte[32]);
        assertThat(guarded.refusal(fromGuest(IPV6, ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, redirect))))
                .isEqualTo(DropReason.ROGUE_ROUTER);
    }

    // ---- honest traffic

    @ParameterizedTest
    @MethodSource("honest")
    void shouldLetAnHonestGuestTalk(int type, byte[] packet) {
        assertThat(guarded.refusal(fromGuest(type, packet))).isNull();
    }

    static Stream<Arguments> honest() {
        byte[] syn = hex("1f90 0050 00000000 00000000 5002 ffff 0000 0000");
        return Stream.of(
                honest(
                        IPV4,
                        ipv4(
                                "0.0.0.0",
                                "255.255.255.255",
                                UDP,
                                udp(68, 67, dhcp(1, GUEST, 7, "0.0.0.0", "0.0.0.0", dhcpType(1))))),
                honest(IPV4, ipv4("10.0.0.5", "10.0.0.6", 6, syn)),
                honest(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, udp(5000, 53, new byte[30]))),
                honest(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, 0, true, udp(5000, 53, new byte[16]))),
                honest(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, 8, false, new byte[16])),
                honest(IPV6, ipv6(LINK_LOCAL, "ff02::2", ICMPV6, join(hex("85000000 00000000"), linkLayer(1, GUEST)))),
                honest(IPV6, ipv6("::", "ff02::1:ff00:a", ICMPV6, neighbour(135, LINK_LOCAL))),
                honest(IPV6, ipv6(LINK_LOCAL, "ff02::1:2", UDP, udp(546, 547, dhcpv6(1, 7, 0, List.of())))),
                honest(IPV6, ipv6("fd00::5", "fd00::6", 6, syn)),
                honest(
                        IPV6,
                        ipv6(
                                "fd00::5",
                                "fd00::6",
                                FRAGMENT,
                                join(fragment(UDP, 0, true), udp(5000, 53, new byte[600])))),
                honest(IPV6, ipv6("fd00::5", "fd00::6", FRAGMENT, join(fragment(UDP, 608, false), new byte[600]))),
                honest(IPV6, ipv6("fd00::5", "fd00::6", 50, new byte[40])),
                honest(IPV6, ipv6("fd00::5", "fd00::6", 59, new byte[0])),
                honest(0x88b5, new byte[46]),
                honest(39, hex("424203 0000000000" + "00".repeat(31))));
    }

    private static Arguments honest(int type, byte[] packet) {
        return Arguments.of(type, packet);
    }

    @Test
    void shouldLetAServerAndARouterTalkFromAPortThatMayHaveThem() {
        assertThat(guarded.refusal("lan", fromGuest(IPV4, ipv4("10.0.0.1", "255.255.255.255", UDP, OFFER))))
                .isNull();
        assertThat(guarded.refusal(
                        "lan", fromGuest(IPV6, ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, routerAdvertisement(GUEST)))))
                .isNull();
    }

    @Test
    void shouldTeachTheMacTableNothingByAFrameThatIsRefused() {
        guarded.refusal(fromGuest(IPV6, ipv6(LINK_LOCAL, ALL_NODES, ICMPV6, routerAdvertisement(GUEST))));

        List<Long> known = new ArrayList<>();
        guarded.fabric.fabric().stations((fid, mac, port, isStatic) -> known.add(mac));
        assertThat(known).doesNotContain(GUEST);
    }

    private @Nullable DropReason refusalOfRequest(byte[] message) {
        return guarded.refusal(fromGuest(IPV4, ipv4("0.0.0.0", "255.255.255.255", UDP, udp(68, 67, message))));
    }

    private @Nullable DropReason refusalOfIpv4(Disguises disguise, byte[] packet) {
        return guarded.refusal(disguise.of(fromGuest(IPV4, packet)));
    }

    private @Nullable DropReason refusalOfIpv6(Disguises disguise, byte[] packet) {
        return guarded.refusal(disguise.of(fromGuest(IPV6, packet)));
    }
}
