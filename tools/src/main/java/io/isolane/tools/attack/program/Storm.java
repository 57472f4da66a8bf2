package io.isolane.tools.attack.program;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Drill;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends what a switch multiplies, as fast as it can. */
record Storm() implements Attack {
    private static final int ROUNDS = 1_000;
    private static final int FRAMES_EACH = 64;
    private static final int SENT = 3 * ROUNDS * FRAMES_EACH;

    /** A neighbour that hears more than one frame in ten is not protected from the storm. */
    private static final int SHARE = 10;

    private static final long MULTICAST = 0x0100_5e00_0166L;
    private static final long NOBODY = 0x02_a7_00_00_ff_ffL;
    private static final byte[] NOTHING = new byte[46];

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "sends %,d broadcasts, multicasts and frames to nobody as fast as it can, to keep its neighbours busy",
                SENT);
    }

    @Override
    public Guard guard() {
        return Guard.STORM;
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
        Map<Seat, Integer> heard = new EnumMap<>(Seat.class);
        drill.listen((seat, frame) -> {
            boolean isHit = Targets.neighbours().isHit(drill.site(), seat, frame);
            heard.merge(seat, isHit ? 1 : 0, Integer::sum);
            return false;
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (long destination : new long[] {MacAddress.BROADCAST, MULTICAST, NOBODY}) {
                CraftedFrame frame =
                        CraftedFrame.of(destination, Seat.ATTACKER.mac(), CraftedFrame.EXPERIMENT, NOTHING);
                for (int i = 0; i < FRAMES_EACH; i++) {
                    drill.send(Seat.ATTACKER, frame);
                }
                drill.hearWhatWaits();
            }
            drill.talk(round % 10 == 0 ? 1 : 0);
        }
        drill.settle();
        return outcome(drill, heard);
    }

    private static Outcome outcome(Drill drill, Map<Seat, Integer> heard) {
        List<String> complaints = new ArrayList<>();
        heard.forEach((seat, frames) -> {
            if (frames > SENT / SHARE) {
                complaints.add(String.format(Locale.ROOT, "the %s heard %,d of %,d", seat.label(), frames, SENT));
            }
        });
        complaints.addAll(drill.complaints());
        int most = heard.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return Outcome.of(
                complaints,
                String.format(
                        Locale.ROOT,
                        "no neighbour heard more than %,d of %,d, and none of its own %d frames was lost",
                        most,
                        SENT,
                        drill.said()));
    }
}
