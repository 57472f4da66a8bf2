package io.isolane.core.policy;

import java.util.List;

/**
 * A configuration compiled to numbers: what each port's frames are to the switch, and for each (VLAN, ingress port) whom they may
 * reach. Workers read it once a batch; a change replaces it whole.
 *
 * <p>Ports and VLANs are indices from 0. A set of ports is {@link #words()} longs, port p in bit {@code p % 64} of word
 * {@code p / 64}. The sets of a (VLAN, ingress port) are a row, at {@link #row} in {@link #rows()}:
 *
 * <pre>
 *   row          + words      + 2 words     + 3 words    + 4 words
 *  +------------+------------+-------------+------------+-----------+
 *  | reach      | unknown    | always      | exclusive  | tagged    |
 *  +------------+------------+-------------+------------+-----------+
 *   may ever     if the       whoever is    if it is     those it
 *   leave there  addressee    addressed     there, for   leaves on
 *                is unknown                 nobody else  with a tag
 * </pre>
 *
 * <p>Group frames leave on the whole reach. No set holds a port that the reach does not, nor the ingress port. Immutable; any
 * thread.
 */
public final class ForwardingState {
    /** A VLAN index that stands for none. */
    public static final int NO_VLAN = -1;

    static final int SETS = 5;

    private static final int VIDS = 4096;

    private final int words;
    private final PortState[] ports;
    private final VlanState[] vlans;
    private final int[] rowOf;
    private final long[] rows;
    private final List<StaticStation> stations;

    ForwardingState(PortState[] ports, VlanState[] vlans, int[] rowOf, long[] rows, List<StaticStation> stations) {
        this.words = words(ports.length);
        this.ports = ports;
        this.vlans = vlans;
        this.rowOf = rowOf;
        this.rows = rows;
        this.stations = stations;
    }

    /** Longs of a set of ports. */
    public int words() {
        return words;
    }

    public int portCount() {
        return ports.length;
    }

    /** What a port's frames are to the switch. */
    public PortState port(int port) {
        return ports[port];
    }

    public int vlanCount() {
        return vlans.length;
    }

    public VlanState vlan(int vlan) {
        return vlans[vlan];
    }

    /** Where the sets of frames that enter on {@code port} in {@code vlan} begin in {@link #rows()}. */
    public int row(int vlan, int port) {
        return rowOf[vlan * ports.length + port];
    }

    /** The sets; read-only. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public long[] rows() {
        return rows;
    }

    public int unknown(int row) {
        return row + words;
    }

    public int always(int row) {
        return row + 2 * words;
    }

    public int exclusive(int row) {
        return row + 3 * words;
    }

    public int tagged(int row) {
        return row + 4 * words;
    }

    /** True if {@code port} is in the set that begins at {@code set}. */
    public boolean contains(int set, int port) {
        return (rows[set + (port >> 6)] >>> port & 1) != 0;
    }

    /** Stations that are known without learning. */
    public List<StaticStation> stations() {
        return stations;
    }

    static int words(int ports) {
        return Math.max(1, (ports + Long.SIZE - 1) / Long.SIZE);
    }

    /** A VLAN index for every VID, all of them none. */
    static int[] noVlans() {
        int[] vlans = new int[VIDS];
        java.util.Arrays.fill(vlans, NO_VLAN);
        return vlans;
    }
}
