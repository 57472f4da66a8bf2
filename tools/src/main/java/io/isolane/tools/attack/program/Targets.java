package io.isolane.tools.attack.program;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.tools.attack.drill.Volley.Target;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.nio.ByteBuffer;

/** What counts as a hit. Stateless. */
final class Targets {
    private static final int VID_MASK = 0xfff;
    private static final int WORD_SHIFT = 16;

    private Targets() {}

    /** Anything of the attacker that the victim or its peer hears. */
    static Target neighbours() {
        return (site, seat, frame) -> (seat == Seat.VICTIM || seat == Seat.PEER) && isAttackers(frame);
    }

    /** Anything of the attacker that a stranger hears, or that a trunk carries as another VLAN's. */
    static Target otherVlans() {
        return (site, seat, frame) -> isAttackers(frame) && isElsewhere(site, seat, frame);
    }

    /** True if a frame that began in the attacker's VLAN is now in another. */
    static boolean isElsewhere(Site site, Seat seat, byte[] frame) {
        return seat == Seat.STRANGER || (seat == Seat.TRUNK && isOfAnotherVlan(site, frame));
    }

    static boolean isAttackers(byte[] frame) {
        if (frame.length < EthernetLayout.ADDRESSES_LENGTH) {
            return false;
        }
        long source = ByteBuffer.wrap(frame).getLong(EthernetLayout.SOURCE - Short.BYTES) & 0xffff_ffff_ffffL;
        return source == Seat.ATTACKER.mac() || source == Seat.GUEST_TRUNK.mac();
    }

    /** As the next switch reads it: its first tag names a VLAN, and not the attacker's. */
    private static boolean isOfAnotherVlan(Site site, byte[] frame) {
        if (frame.length < EthernetLayout.TAGGED_HEADER_LENGTH) {
            return false;
        }
        int word = ByteBuffer.wrap(frame).getInt(EthernetLayout.ADDRESSES_LENGTH);
        int type = word >>> WORD_SHIFT;
        int vid = word & VID_MASK;
        return EtherType.isTag(type) && vid != 0 && (type != EtherType.CUSTOMER_TAG || vid != site.ownVid());
    }
}
