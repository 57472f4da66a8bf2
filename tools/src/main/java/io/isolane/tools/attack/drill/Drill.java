package io.isolane.tools.attack.drill;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.packet.Ipv4Packet;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One attack at one site: sending, listening and a conversation of others that must not suffer. Confined to its thread. */
public final class Drill {
    /** Long enough for a busy machine to forward one frame. */
    private static final Duration LATEST = Duration.ofMillis(500);

    private static final long PAUSE_NANOS = 50_000;

    private final Site site;
    private final Recorder recorder;
    private final Random random;
    private final Conversation conversation = new Conversation();
    private Ear ear = (seat, frame) -> false;

    /** Is told of each frame that is heard and not of the conversation. */
    @FunctionalInterface
    public interface Ear {
        /** True if {@code frame} should not have come to {@code seat}. */
        boolean isAmiss(Seat seat, byte[] frame);
    }

    /** A drill of which {@code recorder} keeps the frames; what is random in it comes from {@code seed}. */
    public Drill(Site site, Recorder recorder, long seed) {
        this.site = site;
        this.recorder = recorder;
        this.random = new Random(seed);
    }

    /** Where it takes place. */
    public Site site() {
        return site;
    }

    /** The same numbers in every drill of the same seed. */
    public Random random() {
        return random;
    }

    /** From now on, {@code judge} is shown what is heard. */
    public void listen(Ear judge) {
        ear = judge;
    }

    /** Sends a frame as soon as the switch takes it; false if it does not for half a second, or no wire can carry it. */
    public boolean send(Seat seat, CraftedFrame frame) throws IOException {
        byte[] bytes = frame.bytes();
        recorder.sent(seat, site.nowNanos(), bytes);
        long refused = site.refused(seat);
        long deadline = System.nanoTime() + LATEST.toNanos();
        while (!site.send(seat, bytes)) {
            if (site.receive(this::hear) == 0 && System.nanoTime() - deadline > 0) {
                site.requireWell();
                return false;
            }
        }
        return site.refused(seat) == refused;
    }

    /** Hears what is there now. */
    public void hearWhatWaits() {
        site.receive(this::hear);
    }

    /** Hears what still comes. */
    public void settle() throws IOException {
        long quiet = System.nanoTime();
        do {
            if (site.receive(this::hear) > 0) {
                quiet = System.nanoTime();
            } else if (!site.patience().isZero()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } while (System.nanoTime() - quiet < site.patience().toNanos());
        while (site.receive(this::hear) > 0) {
            // What began to move is to arrive.
        }
        site.requireWell();
    }

    /** Everybody says once who it is, so that a switch that learns has learnt. */
    public void introduce() throws IOException {
        for (Seat seat : List.of(Seat.ATTACKER, Seat.VICTIM, Seat.PEER)) {
            send(seat, announcement(seat.mac(), seat.ipv4()));
            settle();
        }
    }

    /**
     * Introduces everybody and lets victim and peer talk while nobody attacks.
     *
     * @throws IOException if they cannot, so that an attack would prove nothing
     */
    public void begin() throws IOException {
        introduce();
        talk(10);
        if (conversation.lost() > 0) {
            throw new IOException("victim and peer cannot talk to each other at " + site.label() + ": "
                    + conversation.lost() + " of " + conversation.said()
                    + " frames were lost before the attack began");
        }
        conversation.forget();
    }

    /** Lets victim and peer say something to each other, {@code turns} times each. */
    public void talk(int turns) throws IOException {
        for (int turn = 0; turn < turns; turn++) {
            say(Seat.VICTIM, Seat.VICTIM.mac(), Seat.PEER, Seat.PEER.mac());
            say(Seat.PEER, Seat.PEER.mac(), Seat.VICTIM, Seat.VICTIM.mac());
        }
    }

    /** Sends the conversation's next frame from one seat to another and waits until it is there, or half a second. */
    public void say(Seat from, long source, Seat to, long destination) throws IOException {
        send(from, conversation.next(source, destination, to));
        long deadline = System.nanoTime() + LATEST.toNanos();
        boolean isMoving = true;
        while (conversation.isAwaiting() && isMoving) {
            boolean hasMoved = site.receive(this::hear) > 0;
            isMoving = hasMoved || (!site.patience().isZero() && System.nanoTime() - deadline < 0);
        }
        conversation.settle();
    }

    /** Lets time pass. */
    public void pass(Duration time) throws InterruptedException {
        site.pass(time);
    }

    /** What was wrong with the conversation: nothing if the list is empty. */
    public List<String> complaints() {
        List<String> all = new ArrayList<>();
        if (conversation.lost() > 0) {
            all.add("the victim and its peer lost " + conversation.lost() + " of " + conversation.said() + " frames");
        }
        if (conversation.repeated() > 0) {
            all.add("the victim and its peer heard " + conversation.repeated() + " frames twice");
        }
        return all;
    }

    /** Frames of the conversation that the attacker heard. */
    public int overheard() {
        return conversation.overheard(Seat.ATTACKER);
    }

    /** Frames that victim and peer said to each other. */
    public int said() {
        return conversation.said();
    }

    /** Frames of the conversation that have not arrived. */
    public int lost() {
        return conversation.lost();
    }

    /** As the owner of an address tells it the others: ARP that asks for its own address (RFC 5227, 2.3). */
    static CraftedFrame announcement(long mac, String address) {
        return CraftedFrame.of(
                MacAddress.BROADCAST,
                mac,
                EtherType.ARP,
                Ipv4Packet.arp(Ipv4Packet.ARP_REQUEST, mac, address, 0, address));
    }

    private void hear(Seat seat, byte[] frame) {
        boolean isTalk = conversation.hear(seat, frame);
        boolean isAmiss = isTalk ? seat == Seat.ATTACKER : ear.isAmiss(seat, frame);
        recorder.heard(seat, site.nowNanos(), frame, isAmiss ? "not meant for the " + seat.label() : "");
    }
}
