package io.isolane.tools.attack.program;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Shot;
import io.isolane.tools.attack.drill.Volley;
import io.isolane.tools.attack.packet.CraftedFrame;
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
import java.util.List;
import java.util.Map;

/** Claims that others' IP addresses are the attacker's. Stateless. */
final class NeighbourAttacks {
    private NeighbourAttacks() {}

    static Attack arpSpoof() {
        return volley(
                "arp-spoof",
                "tells victim and peer by gratuitous ARP that it has the other's IPv4 address",
                Guard.ARP,
                arpShots());
    }

    static Attack ndSpoof() {
        return volley(
                "nd-spoof",
                "tells victim and peer by Neighbour Discovery that it has the other's IPv6 address",
                Guard.ND,
                ndShots());
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

    private static List<Shot> arpShots() {
        List<Shot> shots = new ArrayList<>();
        for (Disguise disguise : Disguise.values()) {
            shots.add(Shot.of(
                    "gratuitous request, " + disguise.label(),
                    disguise.of(arp(MacAddress.BROADCAST, Ipv4Packet.ARP_REQUEST, Seat.PEER, Seat.PEER))));
            shots.add(Shot.of(
                    "gratuitous reply, " + disguise.label(),
                    disguise.of(arp(MacAddress.BROADCAST, Ipv4Packet.ARP_REPLY, Seat.VICTIM, Seat.VICTIM))));
            shots.add(Shot.of(
                    "reply to the victim, " + disguise.label(),
                    disguise.of(arp(Seat.VICTIM.mac(), Ipv4Packet.ARP_REPLY, Seat.PEER, Seat.VICTIM))));
            shots.add(Shot.of(
                    "reply to the peer, " + disguise.label(),
                    disguise.of(arp(Seat.PEER.mac(), Ipv4Packet.ARP_REPLY, Seat.VICTIM, Seat.PEER))));
        }
        return shots;
    }

    private static CraftedFrame arp(long destination, int operation, Seat claimed, Seat target) {
        long attacker = Seat.ATTACKER.mac();
        return CraftedFrame.of(
                destination,
                attacker,
                EtherType.ARP,
                Ipv4Packet.arp(operation, attacker, claimed.ipv4(), destination, target.ipv4()));
    }

    private static List<Shot> ndShots() {
        long attacker = Seat.ATTACKER.mac();
        Map<String, byte[]> messages = Map.of(
                "advertisement", Ipv6Message.neighbourAdvertisement(Seat.PEER.ipv6(), attacker),
                "solicitation", Ipv6Message.neighbourSolicitation(Seat.VICTIM.ipv6(), attacker));
        List<Shot> shots = new ArrayList<>();
        for (String kind : List.of("advertisement", "solicitation")) {
            byte[] message = messages.getOrDefault(kind, new byte[0]);
            for (Evasion evasion : Evasion.values()) {
                shots.add(new Shot(kind + ", " + evasion.label(), frames(message, evasion)));
            }
            for (Disguise disguise : Disguise.values()) {
                if (disguise != Disguise.PLAIN) {
                    shots.add(new Shot(
                            kind + ", " + disguise.label(),
                            frames(message, Evasion.NONE).stream()
                                    .map(disguise::of)
                                    .toList()));
                }
            }
        }
        return shots;
    }

    /** From the peer's address, to all nodes. */
    private static List<CraftedFrame> frames(byte[] message, Evasion evasion) {
        return Ipv6Packet.icmp(Seat.PEER.ipv6(), Ipv6Packet.ALL_NODES, message, evasion).stream()
                .map(packet -> CraftedFrame.of(Ipv6Packet.ALL_NODES_MAC, Seat.ATTACKER.mac(), EtherType.IPV6, packet))
                .toList();
    }
}
