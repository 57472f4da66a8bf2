package io.isolane.core.frame;

/**
 * The 16-bit tag control information of a VLAN tag (IEEE 802.1Q, 9.6): priority code point, drop eligible indicator, VLAN
 * identifier.
 *
 * <pre>
 *   15   13  12  11                    0
 *  +-------+-----+----------------------+
 *  | PCP   | DEI | VID                  |
 *  +-------+-----+----------------------+
 * </pre>
 */
public final class TagControl {
    public static final int VID_MASK = 0xfff;

    /** PCP and DEI, which a frame keeps whatever VLAN it is in. */
    public static final int PRIORITY_MASK = 0xf000;

    /** The VID of a tag that carries a priority only. */
    public static final int PRIORITY_VID = 0;

    /** The VID that no frame may carry. */
    public static final int RESERVED_VID = 4095;

    private TagControl() {}

    public static int of(int pcp, boolean dei, int vid) {
        return pcp << 13 | (dei ? 1 << 12 : 0) | vid;
    }

    public static int vid(int tci) {
        return tci & VID_MASK;
    }

    public static int pcp(int tci) {
        return tci >>> 13;
    }

    public static boolean dei(int tci) {
        return (tci & 1 << 12) != 0;
    }

    /** True for a VID that can name a VLAN: 1 to 4094. */
    public static boolean isVlan(int vid) {
        return vid > PRIORITY_VID && vid < RESERVED_VID;
    }
}
