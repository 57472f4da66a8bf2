package io.isolane.core.policy;

import io.isolane.core.frame.MacAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A configuration compiled to numbers: what each port's frames are to the switch, and for each (VLAN, ingress port) whom they may
 * reach. Workers read it once a batch; a change replaces it whole.
 *
 * <p>Ports and VLANs are indices from 0. A set of ports is {@link #words()} longs, port p in bit {@code p % 64} of word
 * {@code p / 64}. The sets of a (VLAN, ingress port) are a row, at {@link #row} in {@link #rows()}:
 *
 * <pre>
 *   row          + words      + 2 words   + 3 words   + 4 words    + 5 words    + 6 words
 *  +------------+------------+-----------+-----------+------------+------------+-----------+
 *  | reach      | unknown    | multicast | broadcast | always     | exclusive  | tagged    |
 *  +------------+------------+-----------+-----------+------------+------------+-----------+
 *   may ever     if the       if it is    if it is    whoever is   if it is     those it
 *   leave there  addressee    for a       for all     addressed    there, for   leaves on
 *                is unknown   group                                nobody else  with a tag
 * </pre>
 *
 * <p>No set holds a port that the reach does not, nor the ingress port. Immutable; any
 * thread.
 */
public final class ForwardingState {
    /** A VLAN index that stands for none. */
    public static final int NO_VLAN = -1;

    /** No ports: where frames of a switch go that has not been told anything yet. */
    public static final ForwardingState EMPTY =
            new ForwardingState(new PortState[0], new VlanState[0], new int[0], new long[0], List.of(), List.of());

    /** Most longs of a set: 4,096 ports. */
    public static final int MAX_WORDS = 64;

    static final int SETS = 7;

    private static final int VIDS = 4096;

    private final int words;
    private final PortState[] ports;
    private final VlanState[] vlans;
    private final int[] rowOf;
    private final long[] rows;
    private final List<StaticStation> stations;
    private final List<StaticBinding> bindings;
    private final boolean isNarrow;
    private final boolean hasMirrors;
    private final long[] linkLocal;

    ForwardingState(
            PortState[] ports,
            VlanState[] vlans,
            int[] rowOf,
            long[] rows,
            List<StaticStation> stations,
            List<StaticBinding> bindings) {
        this.words = words(ports.length);
        this.ports = ports;
        this.vlans = vlans;
        this.rowOf = rowOf;
        this.rows = rows;
        this.stations = stations;
        this.bindings = bindings;
        this.linkLocal = new long[words];
        for (int port = 0; port < ports.length; port++) {
            linkLocal[port >> 6] |= ports[port].linkLocal() ? 1L << port : 0;
        }
        this.hasMirrors = Arrays.stream(ports).anyMatch(PortState::isMirrored);
        this.isNarrow = Arrays.stream(ports).noneMatch(PortState::isCopied) && nobodyHearsAlways();
    }

    /** True if unicast to a known station leaves on one port and is what it is: no promiscuous ports, mirrors or priority tags. */
    public boolean isNarrow() {
        return isNarrow;
    }

    public boolean hasMirrors() {
        return hasMirrors;
    }

    /** A word of the set of ports that link-local frames may leave on. */
    public long linkLocal(int word) {
        return linkLocal[word];
    }

    private boolean nobodyHearsAlways() {
        for (int row = 0; row < rows.length; row += SETS * words) {
            for (int word = 0; word < words; word++) {
                if (rows[always(row) + word] != 0) {
                    return false;
                }
            }
        }
        return true;
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

    public int multicast(int row) {
        return row + 2 * words;
    }

    public int broadcast(int row) {
        return row + 3 * words;
    }

    /** Where frames for the group {@code mac} leave, unless it is a link-local one. */
    public int group(int row, long mac) {
        return mac == MacAddress.BROADCAST ? broadcast(row) : multicast(row);
    }

    public int always(int row) {
        return row + 4 * words;
    }

    public int exclusive(int row) {
        return row + 5 * words;
    }

    public int tagged(int row) {
        return row + 6 * words;
    }

    /** True if {@code port} is in the set that begins at {@code set}. */
    public boolean contains(int set, int port) {
        return (rows[set + (port >> 6)] >>> port & 1) != 0;
    }

    /** 1 if frames of the row leave on {@code port} with a tag, else 0. */
    public long tagBit(int row, int port) {
        return rows[tagged(row) + (port >> 6)] >>> port & 1;
    }

    /** True if nothing that belongs to the row may leave anywhere. */
    public boolean isEmpty(int row) {
        for (int word = 0; word < words; word++) {
            if (rows[row + word] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Stations that are known without learning. */
    public List<StaticStation> stations() {
        return stations;
    }

    /** IP addresses whose stations are known without learning. */
    public List<StaticBinding> bindings() {
        return bindings;
    }

    /** The VID of the VLANs that learn as {@code fid}; the first of them, if there are several. */
    public int vidOf(int fid) {
        for (VlanState vlan : vlans) {
            if (vlan.fid() == fid) {
                return vlan.vid();
            }
        }
        return 0;
    }

    static int words(int ports) {
        return Math.max(1, (ports + Long.SIZE - 1) / Long.SIZE);
    }

    /** A VLAN index for every VID, all of them none. */
    static int[] noVlans() {
        int[] vlans = new int[VIDS];
        Arrays.fill(vlans, NO_VLAN);
        return vlans;
    }
}
