package io.isolane.tools.regress.fork;

import java.util.Locale;

/** Which of the two sides a fork runs. */
public enum Role {
    /** What was before. */
    BASELINE,
    /** What is new. */
    CANDIDATE;

    /** As it stands in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
