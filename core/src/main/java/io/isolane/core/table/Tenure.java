package io.isolane.core.table;

/** How long the stations of a port keep their places. */
public enum Tenure {
    /** Until they have been silent for the ageing time, or make room for others in a full table. */
    AGEING,
    /** Until they are heard elsewhere or the port goes down: none ages, none makes room. */
    KEPT,
    /** Until the port goes down or somebody clears it: as {@link #KEPT}, and being heard elsewhere does not move them. */
    STICKY
}
