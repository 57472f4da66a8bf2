package io.isolane.tools.attack.program;

import static io.isolane.core.frame.EtherType.CUSTOMER_TAG;
import static io.isolane.core.frame.EtherType.LEGACY_SERVICE_TAG;
import static io.isolane.core.frame.EtherType.SERVICE_TAG;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Shot;
import io.isolane.tools.attack.drill.Volley;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tags that are to carry a frame into a VLAN which is not the attacker's. Stateless. */
final class TagAttacks {
    private static final byte[] PAYLOAD = new byte[46];

    private TagAttacks() {}

    static Attack doubleTag() {
        return volley(
                "double-tag",
                "hides the other VLAN's tag behind its own, or behind tags that name none",
                Seat.ATTACKER,
                List.of(Seat.STRANGER),
                TagAttacks::doubleTags);
    }

    static Attack taggedAccess() {
        return volley(
                "tagged-access",
                "sends tagged frames at an access port: the other VLAN's tag, its own, service tags, VID 4095",
                Seat.ATTACKER,
                List.of(Seat.STRANGER),
                TagAttacks::singleTags);
    }

    static Attack nativeHop() {
        return volley(
                "native-hop",
                "uses a trunk's native VLAN: what leaves the next trunk without its tag begins with the one behind it",
                Seat.GUEST_TRUNK,
                List.of(Seat.STRANGER, Seat.TRUNK, Seat.GUEST_TRUNK),
                TagAttacks::nativeTags);
    }

    private static Attack volley(
            String name, String summary, Seat from, List<Seat> needs, Function<Site, List<Shot>> shots) {
        return new Volley(
                name, summary, Guard.TAG_RULES, Layout.VLANS, needs, from, shots, Targets.otherVlans(), Duration.ZERO);
    }

    private static List<Shot> doubleTags(Site site) {
        int own = site.ownVid();
        int other = site.foreignVid();
        Shots shots = new Shots(Seat.ATTACKER);
        shots.add("own+other", frame -> frame.tagged(other).tagged(own));
        shots.add("0+other", frame -> frame.tagged(other).tagged(0));
        shots.add("0+0+other", frame -> frame.tagged(other).tagged(0).tagged(0));
        shots.add("0+own+other", frame -> frame.tagged(other).tagged(own).tagged(0));
        shots.add("own+own+other", frame -> frame.tagged(other).tagged(own).tagged(own));
        shots.add("own+other, service", frame -> frame.tagged(other).tagged(SERVICE_TAG, own));
        shots.add(
                "own, customer, other, service",
                frame -> frame.tagged(SERVICE_TAG, other).tagged(own));
        return shots.all;
    }

    private static List<Shot> singleTags(Site site) {
        Shots shots = new Shots(Seat.ATTACKER);
        for (int tpid : new int[] {CUSTOMER_TAG, SERVICE_TAG, LEGACY_SERVICE_TAG}) {
            for (int vid : new int[] {site.foreignVid(), site.ownVid(), 1, 4095}) {
                shots.add(Integer.toHexString(tpid) + ":" + vid, frame -> frame.tagged(tpid, vid));
            }
        }
        return shots.all;
    }

    private static List<Shot> nativeTags(Site site) {
        int own = site.ownVid();
        int other = site.foreignVid();
        Shots shots = new Shots(Seat.GUEST_TRUNK);
        shots.add("other", frame -> frame.tagged(other));
        shots.add("native+other", frame -> frame.tagged(other).tagged(own));
        shots.add("0+other", frame -> frame.tagged(other).tagged(0));
        shots.add(
                "native+native+other", frame -> frame.tagged(other).tagged(own).tagged(own));
        shots.add(
                "native+other, service",
                frame -> frame.tagged(SERVICE_TAG, other).tagged(own));
        shots.add("other, service", frame -> frame.tagged(SERVICE_TAG, other));
        shots.add("4095", frame -> frame.tagged(4095));
        return shots.all;
    }

    /** Each way of tagging, to everybody and to the stranger alone. Confined to its thread. */
    private static final class Shots {
        private final Seat from;
        private final List<Shot> all = new ArrayList<>();

        Shots(Seat from) {
            this.from = from;
        }

        void add(String variant, UnaryOperator<CraftedFrame> tags) {
            all.add(Shot.of(variant, tags.apply(plain(MacAddress.BROADCAST))));
            all.add(Shot.of(variant + " to the stranger alone", tags.apply(plain(Seat.STRANGER.mac()))));
        }

        private CraftedFrame plain(long destination) {
            return CraftedFrame.of(destination, from.mac(), CraftedFrame.EXPERIMENT, PAYLOAD);
        }
    }
}
