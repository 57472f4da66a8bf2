package io.isolane.core.table;

/** What a full table does for a newcomer. */
public enum Overflow {
    /** Forgets the oldest station of the port that holds most. */
    EVICT,
    /** Forgets nobody: the newcomer is not learnt. */
    REFUSE
}
