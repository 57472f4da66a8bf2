package io.isolane.tools.attack.site;

import java.io.IOException;
import java.time.Duration;

/**
 * A switch and the ports at which those sit who take part in an attack. Confined to one thread, which is also the switch's own where that
 * has none.
 */
public interface Site extends AutoCloseable {
    /** Is told of each frame that leaves the switch. */
    @FunctionalInterface
    interface Ear {
        /** {@code frame} left at the port of {@code seat}: the bytes as on a wire. */
        void hears(Seat seat, byte[] frame);
    }

    /** What it is, in a few words. */
    String label();

    /** True if somebody sits there. */
    boolean has(Seat seat);

    /** The VLAN that the attacker is in. */
    int ownVid();

    /** A VLAN that the attacker is not in. */
    int foreignVid();

    /** Payload bytes of the longest frame that is in order. */
    int mtu();

    /** Hands a frame to the switch; false if it takes no more before {@link #receive} is called. */
    boolean send(Seat seat, byte[] frame);

    /** Frames that were sent and that no wire can carry, so that they never reached the switch: those without a whole header, say. */
    long refused(Seat seat);

    /** Lets the switch move what is waiting and shows {@code ear} what came out of it; returns frames moved or shown. */
    int receive(Ear ear);

    /** How long after the last sign of life something may still come: no time where nothing moves by itself. */
    Duration patience();

    /** Stops or begins again to take what leaves at the port of a seat. */
    void deafen(Seat seat, boolean isDeaf);

    /** Lets time pass without a frame; real time where the switch has a real clock. */
    void pass(Duration time) throws InterruptedException;

    /** How long until the switch has forgotten a silent station; zero if that is not known. */
    Duration ageing();

    /** Nanoseconds since 1970, for captures. */
    long nowNanos();

    /**
     * Fails if a port is not well any more.
     *
     * @throws IOException naming it
     */
    void requireWell() throws IOException;

    @Override
    void close();
}
