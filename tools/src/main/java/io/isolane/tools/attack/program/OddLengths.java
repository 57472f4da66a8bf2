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
import io.isolane.tools.attack.site.Site;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Sends frames that are too short to be any, end inside a tag, or are longer than the network allows. */
record OddLengths() implements Attack {
    private static final int LONGEST_SHORT = 63;
    private static final int LONGEST = 9_018;
    private static final int[] BEYOND = {1, 2, 3, 4, 5, 8, 500};

    @Override
    public String name() {
        return "runts-and-jumbos";
    }

    @Override
    public String summary() {
        return "sends runts, frames that end inside a tag, and frames longer than the MTU";
    }

    @Override
    public Guard guard() {
        return Guard.FRAME_RULES;
    }

    @Override
    public Layout layout() {
        return Layout.FLAT;
    }

    @Override
    public List<Seat> needs() {
        return List.of();
    }

    @Override
    public Outcome run(Drill drill) throws IOException {
        drill.begin();
        Site site = drill.site();
        Set<ByteBuffer> sent = new HashSet<>();
        Findings findings = new Findings(sent, EthernetLayout.HEADER_LENGTH + site.mtu());
        drill.listen(findings::isAmiss);
        int refused = 0;
        for (CraftedFrame frame : frames(site)) {
            sent.add(ByteBuffer.wrap(frame.bytes()));
            refused += drill.send(Seat.ATTACKER, frame) ? 0 : 1;
            drill.settle();
        }
        drill.talk(10);
        List<String> complaints = findings.complaints();
        complaints.addAll(drill.complaints());
        String unsent = refused == 0 ? "" : ", " + refused + " more could not be put on the wire";
        return Outcome.of(
                complaints,
                sent.size() - refused + " lengths tried" + unsent
                        + "; what was none went nowhere, the rest arrived whole");
    }

    private static List<CraftedFrame> frames(Site site) {
        List<CraftedFrame> frames = new ArrayList<>();
        int fits = EthernetLayout.HEADER_LENGTH + site.mtu();
        IntStream lengths = IntStream.concat(
                IntStream.rangeClosed(1, LONGEST_SHORT),
                IntStream.concat(IntStream.of(BEYOND).map(more -> fits + more), IntStream.of(fits, LONGEST)));
        for (int length : lengths.toArray()) {
            frames.add(cut(CraftedFrame.EXPERIMENT, length));
        }
        for (int tpid : new int[] {EtherType.CUSTOMER_TAG, EtherType.SERVICE_TAG}) {
            for (int length = EthernetLayout.HEADER_LENGTH; length < EthernetLayout.TAGGED_HEADER_LENGTH; length++) {
                frames.add(cut(tpid, length));
            }
        }
        return frames;
    }

    private static CraftedFrame cut(int type, int length) {
        byte[] whole = CraftedFrame.of(MacAddress.BROADCAST, Seat.ATTACKER.mac(), type, new byte[LONGEST])
                .bytes();
        return CraftedFrame.raw(Arrays.copyOf(whole, length));
    }

    /** What came out that should not have. Confined to its thread. */
    private static final class Findings {
        private final Set<ByteBuffer> sent;
        private final int longest;
        private int runts;
        private int tooLong;
        private int altered;

        Findings(Set<ByteBuffer> sent, int longest) {
            this.sent = sent;
            this.longest = longest;
        }

        boolean isAmiss(Seat seat, byte[] frame) {
            if (seat != Seat.VICTIM && seat != Seat.PEER) {
                return false;
            }
            boolean isRunt = frame.length < EthernetLayout.HEADER_LENGTH;
            boolean isTooLong = frame.length > longest;
            boolean isAltered = Targets.isAttackers(frame) && !sent.contains(ByteBuffer.wrap(frame));
            runts += isRunt ? 1 : 0;
            tooLong += isTooLong ? 1 : 0;
            altered += isAltered ? 1 : 0;
            return isRunt || isTooLong || isAltered;
        }

        List<String> complaints() {
            List<String> all = new ArrayList<>();
            complain(all, runts, " runts were forwarded");
            complain(all, tooLong, " frames longer than the MTU were forwarded");
            complain(all, altered, " frames arrived otherwise than they were sent");
            return all;
        }

        private static void complain(List<String> all, int count, String what) {
            if (count > 0) {
                all.add(count + what);
            }
        }
    }
}
