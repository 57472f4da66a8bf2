package io.isolane.core.binding;

/**
 * A slot of the table, one line of the cache; offsets in bytes.
 *
 * <pre>
 *   0         8       16      24       32      40
 *  +---------+-------+-------+--------+-------+-----------+
 *  | version | owner | MAC   | IP     | IP    | expiry,   |
 *  |         |       |       | high   | low   | ms        |
 *  +---------+-------+-------+--------+-------+-----------+
 *
 *   owner:
 *   63     62       61   60        31  16 15 12 11    0
 *  +------+--------+----+----+ ... +------+-----+-------+
 *  | LIVE | STATIC | V6 |USED|     | FID  |     | port  |    0 is a slot that was never used
 *  +------+--------+----+----+ ... +------+-----+-------+
 * </pre>
 *
 * <p>The version is odd while a slot is given to another binding. A longer lease only writes the expiry.
 */
final class BindingLayout {
    static final int LENGTH = 64;
    static final int VERSION = 0;
    static final int OWNER = 8;
    static final int MAC = 16;
    static final int HIGH = 24;
    static final int LOW = 32;
    static final int EXPIRY = 40;

    static final long LIVE = 1L << 63;
    static final long STATIC = 1L << 62;
    static final long V6 = 1L << 61;
    static final long USED = 1L << 60;

    private static final int PORT_MASK = 0xfff;
    private static final int FID_SHIFT = 16;
    private static final long IDENTITY_MASK = LIVE | V6 | 0xffffL << FID_SHIFT;

    private BindingLayout() {}

    /** What the owners of all bindings of one family in one VLAN have in common. */
    static long identity(int fid, boolean isV6) {
        return LIVE | (isV6 ? V6 : 0) | (long) fid << FID_SHIFT;
    }

    static boolean isOf(long owner, long identity) {
        return (owner & IDENTITY_MASK) == identity;
    }

    static int port(long owner) {
        return (int) owner & PORT_MASK;
    }

    static int fid(long owner) {
        return (int) (owner >>> FID_SHIFT) & 0xffff;
    }

    static boolean isLive(long owner) {
        return (owner & LIVE) != 0;
    }

    static boolean isStatic(long owner) {
        return (owner & STATIC) != 0;
    }

    static boolean isV6(long owner) {
        return (owner & V6) != 0;
    }
}
