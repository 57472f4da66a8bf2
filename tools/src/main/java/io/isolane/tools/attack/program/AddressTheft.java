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
import java.util.List;

/** Sends from the victim's address, then from its peer's, so that the switch believes they have moved to the attacker's port. */
record AddressTheft() implements Attack {
    private static final int CLAIMS = 5;
    private static final int TURNS = 20;
    private static final long NOBODY = 0x02_a7_00_00_ff_ffL;
    private static final byte[] NOTHING = new byte[46];

    @Override
    public String name() {
        return "address-theft";
    }

    @Override
    public String summary() {
        return "sends from the victim's address and from its peer's, to get what is for them";
    }

    @Override
    public Guard guard() {
        return Guard.KNOWN_ADDRESSES;
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
        claim(drill, Seat.VICTIM);
        for (int turn = 0; turn < TURNS; turn++) {
            drill.say(Seat.PEER, Seat.PEER.mac(), Seat.VICTIM, Seat.VICTIM.mac());
        }
        claim(drill, Seat.PEER);
        for (int turn = 0; turn < TURNS; turn++) {
            drill.say(Seat.VICTIM, Seat.VICTIM.mac(), Seat.PEER, Seat.PEER.mac());
        }
        List<String> complaints = new ArrayList<>();
        if (drill.overheard() > 0) {
            complaints.add("the attacker got " + drill.overheard() + " of " + drill.said()
                    + " frames that were for the victim or its peer");
        }
        complaints.addAll(drill.complaints());
        return Outcome.of(
                complaints, "all of " + drill.said() + " frames reached those they were for, and nobody else");
    }

    private static void claim(Drill drill, Seat owner) throws IOException {
        for (int i = 0; i < CLAIMS; i++) {
            drill.send(
                    Seat.ATTACKER,
                    CraftedFrame.of(MacAddress.BROADCAST, owner.mac(), CraftedFrame.EXPERIMENT, NOTHING));
            drill.send(Seat.ATTACKER, CraftedFrame.of(NOBODY, owner.mac(), CraftedFrame.EXPERIMENT, NOTHING));
        }
        drill.settle();
    }
}
