package io.isolane.tools.attack.program;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Shot;
import io.isolane.tools.attack.drill.Volley;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.packet.Dhcp;
import io.isolane.tools.attack.packet.Disguise;
import io.isolane.tools.attack.packet.Ipv4Packet;
import io.isolane.tools.attack.packet.Ipv6Message;
import io.isolane.tools.attack.packet.Ipv6Packet;
import io.isolane.tools.attack.packet.Ipv6Packet.Evasion;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Services of the network that a guest offers: who believes them sends everything through the attacker. Stateless. */
final class ServiceAttacks {
    private static final int CLIENT_PORT_V6 = 546;
    private static final int SERVER_PORT_V6 = 547;
    private static final int ADVERTISE = 2;
    private static final int REPLY = 7;
    private static final int FIRST_FRAGMENT = 24;
    private static final long ATTACKER = Seat.ATTACKER.mac();
    private static final String ALL = "255.255.255.255";

    private ServiceAttacks() {}

    static Attack rogueDhcp() {
        return volley(
                "rogue-dhcp",
                "answers as a DHCP server, to be the victim's gateway and resolver",
                Guard.DHCP,
                dhcpShots());
    }

    static Attack rogueDhcpv6() {
        return volley(
                "rogue-dhcpv6", "answers as a DHCPv6 server, to be the victim's resolver", Guard.DHCP, dhcpv6Shots());
    }

    static Attack rogueRouter() {
        return volley(
                "rogue-ra",
                "advertises itself as an IPv6 router, behind extension headers and in fragments too (RFC 7113)",
                Guard.RA,
                routerShots());
    }

    private static Attack volley(String name, String summary, Guard guard, List<Shot> shots) {
        return new Volley(
                name,
                summary,
                guard,
                Layout.FLAT,
                List.of(),
                Seat.ATTACKER,
                site -> shots,
                Targets.neighbours(),
                Duration.ZERO);
    }

    private static List<Shot> dhcpShots() {
        List<Shot> shots = new ArrayList<>();
        for (Disguise disguise : Disguise.values()) {
            shots.add(Shot.of("offer, " + disguise.label(), disguise.of(dhcp(Dhcp.OFFER, MacAddress.BROADCAST))));
            shots.add(Shot.of("acknowledgement, " + disguise.label(), disguise.of(dhcp(Dhcp.ACK, Seat.VICTIM.mac()))));
        }
        byte[][] fragments = Ipv4Packet.fragmentedUdp(
                Seat.ATTACKER.ipv4(), ALL, Dhcp.SERVER_PORT, Dhcp.CLIENT_PORT, answer(Dhcp.OFFER), FIRST_FRAGMENT);
        shots.add(new Shot(
                "offer, in fragments",
                Arrays.stream(fragments)
                        .map(packet -> CraftedFrame.of(MacAddress.BROADCAST, ATTACKER, EtherType.IPV4, packet))
                        .toList()));
        return shots;
    }

    private static CraftedFrame dhcp(int type, long destination) {
        return CraftedFrame.of(
                destination,
                ATTACKER,
                EtherType.IPV4,
                Ipv4Packet.udp(Seat.ATTACKER.ipv4(), ALL, Dhcp.SERVER_PORT, Dhcp.CLIENT_PORT, answer(type)));
    }

    private static byte[] answer(int type) {
        return Dhcp.answer(type, Seat.VICTIM.mac(), "10.66.0.200", Seat.ATTACKER.ipv4());
    }

    private static List<Shot> dhcpv6Shots() {
        List<Shot> shots = new ArrayList<>();
        for (Evasion evasion : Evasion.values()) {
            shots.add(new Shot("advertise, " + evasion.label(), dhcpv6(ADVERTISE, evasion)));
        }
        addDisguises(shots, "reply", dhcpv6(REPLY, Evasion.NONE));
        return shots;
    }

    private static List<CraftedFrame> dhcpv6(int type, Evasion evasion) {
        return Ipv6Packet.udp(
                        Seat.ATTACKER.linkLocal(),
                        Seat.VICTIM.linkLocal(),
                        SERVER_PORT_V6,
                        CLIENT_PORT_V6,
                        Ipv6Message.dhcpv6(type, Seat.VICTIM.mac(), Seat.ATTACKER.ipv6()),
                        evasion)
                .stream()
                .map(packet -> CraftedFrame.of(Seat.VICTIM.mac(), ATTACKER, EtherType.IPV6, packet))
                .toList();
    }

    private static List<Shot> routerShots() {
        List<Shot> shots = new ArrayList<>();
        for (Evasion evasion : Evasion.values()) {
            shots.add(new Shot(
                    "advertisement, " + evasion.label(), router(Ipv6Message.routerAdvertisement(ATTACKER), evasion)));
            shots.add(new Shot(
                    "redirect, " + evasion.label(),
                    router(Ipv6Message.redirect(Seat.ATTACKER.linkLocal(), Seat.PEER.ipv6(), ATTACKER), evasion)));
        }
        addDisguises(shots, "advertisement", router(Ipv6Message.routerAdvertisement(ATTACKER), Evasion.NONE));
        return shots;
    }

    private static List<CraftedFrame> router(byte[] message, Evasion evasion) {
        return Ipv6Packet.icmp(Seat.ATTACKER.linkLocal(), Ipv6Packet.ALL_NODES, message, evasion).stream()
                .map(packet -> CraftedFrame.of(Ipv6Packet.ALL_NODES_MAC, ATTACKER, EtherType.IPV6, packet))
                .toList();
    }

    private static void addDisguises(List<Shot> shots, String what, List<CraftedFrame> plain) {
        Arrays.stream(Disguise.values())
                .filter(disguise -> disguise != Disguise.PLAIN)
                .forEach(disguise -> shots.add(new Shot(
                        what + ", " + disguise.label(),
                        plain.stream().map(disguise::of).toList())));
    }
}
