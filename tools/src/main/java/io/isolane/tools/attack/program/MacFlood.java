package io.isolane.tools.attack.program;

import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Drill;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Newcomer;
import io.isolane.tools.attack.site.Seat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fills the table with stations that do not exist, so that the switch floods what is for those it has forgotten, or has no room to learn.
 *
 * @param sources how many stations
 */
record MacFlood(String name, int sources) implements Attack {
    private static final int ROUNDS = 50;
    private static final int NEWCOMERS_TURNS = 10;
    private static final long PREFIX = 0x06_00_00_00_00_00L;
    private static final long RANDOM_BITS = 0xff_ffff_ffffL;
    private static final byte[] NOTHING = new byte[46];

    @Override
    public String summary() {
        return String.format(
                Locale.ROOT,
                "sends from %,d addresses while the victim talks, to overhear it and whoever comes next",
                sources);
    }

    @Override
    public Guard guard() {
        return Guard.FAIR_TABLE;
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
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < sources / ROUNDS; i++) {
                long source = PREFIX | (drill.random().nextLong() & RANDOM_BITS);
                drill.send(Seat.ATTACKER, CraftedFrame.of(Seat.PEER.mac(), source, CraftedFrame.EXPERIMENT, NOTHING));
            }
            drill.settle();
            drill.talk(1);
        }
        int victims = drill.overheard();
        drill.say(Seat.VICTIM, Newcomer.MAC, Seat.PEER, Seat.PEER.mac());
        for (int turn = 0; turn < NEWCOMERS_TURNS; turn++) {
            drill.say(Seat.PEER, Seat.PEER.mac(), Seat.VICTIM, Newcomer.MAC);
        }
        return outcome(drill, victims, drill.overheard() - victims);
    }

    private Outcome outcome(Drill drill, int victims, int newcomers) {
        List<String> complaints = new ArrayList<>();
        if (victims > 0) {
            complaints.add("the attacker overheard " + victims + " of " + 2 * ROUNDS + " frames of the victim");
        }
        if (newcomers > 0) {
            complaints.add("the attacker overheard " + newcomers + " of " + (NEWCOMERS_TURNS + 1)
                    + " frames of a station that came afterwards");
        }
        complaints.addAll(drill.complaints());
        return Outcome.of(
                complaints,
                String.format(
                        Locale.ROOT,
                        "%,d addresses sent; none of %d frames of the victim and of a newcomer was overheard or lost",
                        sources,
                        drill.said()));
    }
}
