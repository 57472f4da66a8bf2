package io.isolane.tools.bench.mlrsearch;

/** What a load is to a goal (RFC 9971: Load Classification). */
public enum Bound {
    /** Whatever the missing seconds would bring, the load fulfils the goal. */
    LOWER("lower bound"),
    /** Whatever the missing seconds would bring, the load does not fulfil the goal. */
    UPPER("upper bound"),
    /** It needs more trials. */
    UNDECIDED("undecided");

    private final String label;

    Bound(String label) {
        this.label = label;
    }

    /** As reports write it. */
    public String label() {
        return label;
    }
}
