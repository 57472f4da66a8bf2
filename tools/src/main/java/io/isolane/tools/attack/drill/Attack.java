package io.isolane.tools.attack.drill;

import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import java.io.IOException;
import java.util.List;

/** One attack, as a program against any switch. Immutable. */
public interface Attack {
    /** The name on the command line. */
    String name();

    /** What the attacker does and wants, in one sentence. */
    String summary();

    /** What is meant to stop it. */
    Guard guard();

    /** The ports it is about. */
    Layout layout();

    /** Who else than attacker, victim and peer must be there. */
    List<Seat> needs();

    /**
     * Does it.
     *
     * @throws IOException if the switch or its ports fail under it
     * @throws InterruptedException if the thread is told to end while it waits
     */
    Outcome run(Drill drill) throws IOException, InterruptedException;
}
