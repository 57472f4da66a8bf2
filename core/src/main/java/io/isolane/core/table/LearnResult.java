package io.isolane.core.table;

/** What became of a station that was heard: numbers, since the frame path branches on them. */
public final class LearnResult {
    /** Known on this port already. */
    public static final int KNOWN = 0;

    public static final int LEARNT = 1;

    /** Was on another port; is on this one now. */
    public static final int MOVED = 2;

    /** Has a static entry on another port, which stays. */
    public static final int STATIC_ELSEWHERE = 3;

    /** The port has as many stations as it may, or the table is full of other ports' fair shares. */
    public static final int NO_ROOM = 4;

    /** Another thread is changing this region of the table; the next frame will be learnt. */
    public static final int CONTENDED = 5;

    /** Is on a port whose stations are sticky, and stays there. */
    public static final int HELD_ELSEWHERE = 6;

    /** Has moved too often, and is pinned to the port where it was. */
    public static final int PINNED_ELSEWHERE = 7;

    private LearnResult() {}

    /** True if the station is known on another port, and stays there. */
    public static boolean isElsewhere(int result) {
        return result == STATIC_ELSEWHERE || result == HELD_ELSEWHERE || result == PINNED_ELSEWHERE;
    }
}
