package io.isolane.tools.bench.mlrsearch;

/** How a search ended for a goal (RFC 9971: Regular Goal Result, Irregular Goal Result). */
public enum Ending {
    /** Both bounds are there, as close as the goal wants them. */
    REGULAR("both bounds were found"),
    /** The lowest load is an upper bound. */
    NO_LOWER_BOUND("no lower bound: the device loses too many frames even at the lowest load"),
    /** The highest load is a lower bound. */
    NO_UPPER_BOUND("no upper bound: the device forwards even the highest load that may be tried"),
    /** Time was up, or the search was interrupted. */
    UNFINISHED("the search was ended before its bounds were close enough");

    private final String sentence;

    Ending(String sentence) {
        this.sentence = sentence;
    }

    /** In words, for reports. */
    public String sentence() {
        return sentence;
    }
}
