package io.isolane.tools.attack.site;

/**
 * How a seat is connected. Immutable.
 *
 * @param port the port of the switch
 * @param vid the VLAN whose tag everything from and to the seat has there; {@link #WHOLE} for whatever passes the port, as it is
 */
public record Plug(String port, int vid) {
    /** Everything that passes the port, tags included. */
    static final int WHOLE = 0;

    static Plug of(String port) {
        return new Plug(port, WHOLE);
    }
}
