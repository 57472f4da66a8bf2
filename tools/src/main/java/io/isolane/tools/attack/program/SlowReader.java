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
import java.util.List;
import java.util.Locale;

/** Takes nothing of what it is sent, so that it piles up where its neighbours' frames have to pass. */
record SlowReader() implements Attack {
    private static final int ROUNDS = 200;
    private static final int FRAMES_EACH = 100;
    private static final byte[] NOTHING = new byte[1486];

    @Override
    public String name() {
        return "slow-reader";
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "takes nothing of %,d frames it is sent, to hold up its neighbours'",
                ROUNDS * FRAMES_EACH);
    }

    @Override
    public Guard guard() {
        return Guard.RINGS;
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
        drill.site().deafen(Seat.ATTACKER, true);
        int sent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < FRAMES_EACH; i++) {
                long destination = i % 2 == 0 ? Seat.ATTACKER.mac() : MacAddress.BROADCAST;
                sent += drill.send(
                                Seat.PEER,
                                CraftedFrame.of(destination, Seat.PEER.mac(), CraftedFrame.EXPERIMENT, NOTHING))
                        ? 1
                        : 0;
            }
            drill.talk(1);
        }
        drill.site().deafen(Seat.ATTACKER, false);
        drill.settle();
        return Outcome.of(
                drill.complaints(),
                String.format(
                        Locale.ROOT,
                        "%,d frames sent to it and to all; none of its neighbours' %d was lost",
                        sent,
                        drill.said()));
    }
}
