package io.isolane.tools.run;

/** The switch cannot be started: says which part, why, and what would mend it. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A part that failed for a reason that its exception tells. */
    static StartException because(String part, Exception reason) {
        return new StartException(part + ": " + reason.getMessage(), reason);
    }
}
