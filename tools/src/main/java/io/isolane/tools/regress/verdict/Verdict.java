package io.isolane.tools.regress.verdict;

import java.util.Locale;

/** What is said of one metric. */
public enum Verdict {
    /** Better by at least the change asked about, and surely better. */
    FASTER("faster"),
    /** Worse by at least the change asked about, and surely worse. */
    SLOWER("slower"),
    /** Surely changed by less than what was asked about. */
    SAME("same"),
    /** None of these is sure: the noise was larger than the change asked about. */
    INCONCLUSIVE("inconclusive");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** In lower case, as reports print it. */
    public String label() {
        return label;
    }

    /** The verdict if the two sides were swapped. */
    public Verdict swapped() {
        return switch (this) {
            case FASTER -> SLOWER;
            case SLOWER -> FASTER;
            case SAME, INCONCLUSIVE -> this;
        };
    }

    /** Whether a difference is claimed. */
    public boolean isCall() {
        return this == FASTER || this == SLOWER;
    }

    /**
     * The verdict that a report prints as {@code label}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
