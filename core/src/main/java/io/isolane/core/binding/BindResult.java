package io.isolane.core.binding;

/** What became of a binding that was to be learnt; numbers, because the frame path asks. */
public final class BindResult {
    /** The address is the station's, from now on or still. */
    public static final int BOUND = 0;

    /** The address is another station's, or behind another port. */
    public static final int BOUND_ELSEWHERE = 1;

    /** The port has all the learnt bindings that it may have. */
    public static final int AT_LIMIT = 2;

    /** The table is full. */
    public static final int NO_ROOM = 3;

    /** Another thread is changing the table. */
    public static final int CONTENDED = 4;

    private BindResult() {}
}
