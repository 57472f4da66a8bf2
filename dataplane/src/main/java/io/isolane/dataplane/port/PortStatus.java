package io.isolane.dataplane.port;

/**
 * How a port is, and why.
 *
 * @param reason a sentence for the operator; empty while the port is up
 */
public record PortStatus(State state, String reason) {
    public static final PortStatus UP = new PortStatus(State.UP, "");

    public static final PortStatus SHUT_DOWN =
            new PortStatus(State.SHUT_DOWN, "port security: a station spoke that may not be there");

    /** What can be the matter with a port. */
    public enum State {
        UP,
        /** No carrier; it may come back by itself. */
        LINK_DOWN,
        /** Its input is at an end; it still transmits. */
        FINISHED,
        /** Put down by its guard; it comes back when its time has passed, or when somebody clears it. */
        SHUT_DOWN,
        /** Gone for good. */
        FAILED
    }

    public static PortStatus linkDown(String reason) {
        return new PortStatus(State.LINK_DOWN, reason);
    }

    public static PortStatus finished(String reason) {
        return new PortStatus(State.FINISHED, reason);
    }

    public static PortStatus failed(String reason) {
        return new PortStatus(State.FAILED, reason);
    }

    /** True if frames may be given to the port. */
    public boolean canTransmit() {
        return state == State.UP || state == State.FINISHED;
    }

    /** True if the port is asked for frames. */
    public boolean canReceive() {
        return state != State.FAILED && state != State.SHUT_DOWN;
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
