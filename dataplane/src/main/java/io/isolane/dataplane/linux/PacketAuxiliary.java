package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;

/**
 * What the kernel says beside a frame from a packet socket: one control message (linux/socket.h) that holds a
 * {@code struct tpacket_auxdata} (linux/if_packet.h).
 *
 * <pre>
 *    0           8        12      16        20     24     28    30    32       34        36
 *    +-----------+--------+-------+---------+------+------+-----+-----+--------+---------+
 *    | bytes     | level  | type  | status  | len  | snap | mac | net | TCI    | TPID    |
 *    +-----------+--------+-------+---------+------+------+-----+-----+--------+---------+
 * </pre>
 */
final class PacketAuxiliary {
    /** Room for one control message: CMSG_SPACE(sizeof(struct tpacket_auxdata)). */
    static final int CONTROL_BYTES = 40;

    private static final int END = 36;
    private static final int LEVEL = 8;
    private static final int TYPE = 12;
    private static final int STATUS = 16;
    private static final int TCI = 32;
    private static final int TPID = 34;
    private static final int TP_STATUS_VLAN_VALID = 1 << 4;
    private static final int TP_STATUS_VLAN_TPID_VALID = 1 << 6;
    private static final int TPID_8021Q = 0x8100;

    private PacketAuxiliary() {}

    /** The tag taken out of the frame, TPID above TCI; 0 when there was none or the kernel said nothing. */
    static int strippedTag(long control, long bytes) {
        if (bytes < END || !isAuxiliary(control)) {
            return 0;
        }
        int status = RawMemory.getInt(control + STATUS);
        if ((status & TP_STATUS_VLAN_VALID) == 0) {
            return 0;
        }
        boolean named = (status & TP_STATUS_VLAN_TPID_VALID) != 0;
        int tpid = named ? RawMemory.getShort(control + TPID) & 0xffff : TPID_8021Q;
        return (tpid << 16) | (RawMemory.getShort(control + TCI) & 0xffff);
    }

    private static boolean isAuxiliary(long control) {
        return RawMemory.getInt(control + LEVEL) == PacketSocket.SOL_PACKET
                && RawMemory.getInt(control + TYPE) == PacketSocket.PACKET_AUXDATA;
    }
}
