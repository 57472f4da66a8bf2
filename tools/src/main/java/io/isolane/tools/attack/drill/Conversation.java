package io.isolane.tools.attack.drill;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Seat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What victim and peer say to each other: numbered frames, of which the next one is said only when the one before has arrived or is lost,
 * so that a switch that loses one has nobody else to blame. Confined to its thread.
 */
final class Conversation {
    /** For local experiments (IEEE 802, 9.2.2). */
    private static final int TYPE = 0x88b5;

    private static final byte[] MAGIC = "isolane talk".getBytes(StandardCharsets.US_ASCII);
    private static final int PAYLOAD = EthernetLayout.HEADER_LENGTH;
    private static final int TAGGED_PAYLOAD = EthernetLayout.TAGGED_HEADER_LENGTH;
    private static final int NOWHERE = -1;
    private static final int LENGTH = 86;

    private final Map<Seat, Integer> overheard = new EnumMap<>(Seat.class);
    private int said;
    private int lost;
    private int repeated;
    private int awaited = -1;
    private Seat listener = Seat.PEER;

    /** The next frame, from one station to another; {@code listener} is where it has to arrive. */
    CraftedFrame next(long from, long to, Seat at) {
        settle();
        awaited = said++;
        listener = at;
        byte[] payload = ByteBuffer.allocate(LENGTH).put(MAGIC).putInt(awaited).array();
        return CraftedFrame.of(to, from, TYPE, payload);
    }

    boolean isAwaiting() {
        return awaited >= 0;
    }

    /** Gives up on the frame that has not come. */
    void settle() {
        lost += isAwaiting() ? 1 : 0;
        awaited = -1;
    }

    /** Takes note of a frame of the conversation; false if it is none. */
    boolean hear(Seat seat, byte[] frame) {
        int start = start(frame);
        if (start == NOWHERE) {
            return false;
        }
        int number = ByteBuffer.wrap(frame).getInt(start + MAGIC.length);
        if (seat != listener) {
            overheard.merge(seat, 1, Integer::sum);
        } else if (number == awaited) {
            awaited = -1;
        } else {
            repeated++;
        }
        return true;
    }

    /** Where it begins in the frame, behind a tag or without one. */
    private static int start(byte[] frame) {
        return isAt(frame, PAYLOAD) ? PAYLOAD : isAt(frame, TAGGED_PAYLOAD) ? TAGGED_PAYLOAD : NOWHERE;
    }

    private static boolean isAt(byte[] frame, int start) {
        int end = start + MAGIC.length;
        return frame.length >= end + Integer.BYTES && Arrays.equals(frame, start, end, MAGIC, 0, MAGIC.length);
    }

    int said() {
        return said;
    }

    int lost() {
        return lost;
    }

    int repeated() {
        return repeated;
    }

    int overheard(Seat seat) {
        return overheard.getOrDefault(seat, 0);
    }

    void forget() {
        settle();
        overheard.clear();
        said = 0;
        lost = 0;
        repeated = 0;
    }
}
