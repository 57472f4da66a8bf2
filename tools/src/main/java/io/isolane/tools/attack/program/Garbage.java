package io.isolane.tools.attack.program;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Drill;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Sends random bytes under addresses that get them somewhere. */
record Garbage() implements Attack {
    private static final int ROUNDS = 200;
    private static final int FRAMES_EACH = 100;
    private static final int LONGEST = 300;
    private static final int[] TYPES = {
        EtherType.CUSTOMER_TAG,
        EtherType.SERVICE_TAG,
        EtherType.LEGACY_SERVICE_TAG,
        EtherType.IPV4,
        EtherType.IPV6,
        EtherType.ARP,
        EtherType.JUMBO_LLC,
        3
    };

    @Override
    public String name() {
        return "garbage";
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "sends %,d frames of random bytes, to upset the switch or get one into another VLAN",
                ROUNDS * FRAMES_EACH);
    }

    @Override
    public Guard guard() {
        return Guard.FRAME_RULES;
    }

    @Override
    public Layout layout() {
        return Layout.VLANS;
    }

    @Override
    public List<Seat> needs() {
        return List.of();
    }

    @Override
    public Outcome run(Drill drill) throws IOException {
        drill.begin();
        Set<ByteBuffer> sent = new HashSet<>();
        Map<Seat, Integer> strays = new EnumMap<>(Seat.class);
        drill.listen((seat, frame) -> {
            boolean isAmiss = Targets.isElsewhere(drill.site(), seat, frame) || isAltered(seat, frame, sent);
            strays.merge(seat, isAmiss ? 1 : 0, Integer::sum);
            return isAmiss;
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < FRAMES_EACH; i++) {
                byte[] frame = frame(drill.random());
                remember(frame, sent);
                drill.send(Seat.ATTACKER, CraftedFrame.raw(frame));
            }
            drill.settle();
            drill.talk(round % 10 == 0 ? 1 : 0);
        }
        return outcome(drill, strays);
    }

    private static Outcome outcome(Drill drill, Map<Seat, Integer> strays) {
        List<String> complaints = new ArrayList<>();
        strays.forEach((seat, frames) -> {
            if (frames > 0) {
                complaints.add("the " + seat.label() + " heard " + frames
                        + (seat == Seat.STRANGER || seat == Seat.TRUNK
                                ? " as frames of another VLAN"
                                : " that nobody sent so"));
            }
        });
        complaints.addAll(drill.complaints());
        return Outcome.of(
                complaints,
                String.format(
                        Locale.ROOT,
                        "%,d frames sent; each that arrived was whole and in its VLAN, and none of %d others was lost",
                        ROUNDS * FRAMES_EACH,
                        drill.said()));
    }

    /** True unless the bytes are those of a frame that was sent, or of one whose priority tag was taken off. */
    private static boolean isAltered(Seat seat, byte[] frame, Set<ByteBuffer> sent) {
        return (seat == Seat.VICTIM || seat == Seat.PEER) && !sent.contains(ByteBuffer.wrap(frame));
    }

    private static void remember(byte[] frame, Set<ByteBuffer> sent) {
        int addresses = EthernetLayout.ADDRESSES_LENGTH;
        int tag = EthernetLayout.TAG_LENGTH;
        sent.add(ByteBuffer.wrap(frame));
        if (frame.length >= EthernetLayout.TAGGED_HEADER_LENGTH) {
            byte[] untagged = Arrays.copyOf(frame, frame.length - tag);
            System.arraycopy(frame, addresses + tag, untagged, addresses, untagged.length - addresses);
            sent.add(ByteBuffer.wrap(untagged));
        }
    }

    private static byte[] frame(Random random) {
        byte[] frame = new byte[EthernetLayout.HEADER_LENGTH + random.nextInt(LONGEST)];
        random.nextBytes(frame);
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        long[] destinations = {
            MacAddress.BROADCAST, Seat.VICTIM.mac(), Seat.PEER.mac(), Seat.STRANGER.mac(), random.nextLong()
        };
        put(bytes, 0, destinations[random.nextInt(destinations.length)]);
        put(bytes, EthernetLayout.SOURCE, random.nextBoolean() ? Seat.ATTACKER.mac() : random.nextLong());
        bytes.putShort(EthernetLayout.ADDRESSES_LENGTH, (short) TYPES[random.nextInt(TYPES.length)]);
        return frame;
    }

    private static void put(ByteBuffer bytes, int at, long mac) {
        bytes.putShort(at, (short) (mac >>> Integer.SIZE)).putInt(at + Short.BYTES, (int) mac);
    }
}
