package io.isolane.tools.attack.program;

import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Drill;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Waits until the victim has been silent for so long that the switch has forgotten it and floods what is for it. */
record AgedOut() implements Attack {
    private static final int FRAMES = 20;

    @Override
    public String name() {
        return "aged-out";
    }

    @Override
    public String summary() {
        return "waits until the switch has forgotten a silent victim, to hear what is flooded for it";
    }

    @Override
    public Guard guard() {
        return Guard.NO_FLOOD_KNOWN;
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
    public Outcome run(Drill drill) throws IOException, InterruptedException {
        if (drill.site().ageing().isZero()) {
            return Outcome.notApplicable("nobody said how long the switch remembers: add --ageing SECONDS");
        }
        drill.begin();
        drill.pass(drill.site().ageing());
        for (int i = 0; i < FRAMES; i++) {
            drill.say(Seat.PEER, Seat.PEER.mac(), Seat.VICTIM, Seat.VICTIM.mac());
        }
        List<String> complaints = new ArrayList<>();
        if (drill.overheard() > 0) {
            complaints.add(
                    "the attacker heard " + drill.overheard() + " of " + FRAMES + " frames for the silent victim");
        }
        complaints.addAll(drill.complaints());
        return Outcome.of(
                complaints,
                "silent for " + drill.site().ageing().toSeconds() + " s, the victim alone heard the " + FRAMES
                        + " frames for it");
    }
}
