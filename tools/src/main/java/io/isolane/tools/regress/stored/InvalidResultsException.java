package io.isolane.tools.regress.stored;

/** Results that cannot be used. The message is for whoever gave the file: file, line, what is wrong, and what would mend it. */
public final class InvalidResultsException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something about the results as a whole. */
    public InvalidResultsException(String message) {
        super(message);
    }

    InvalidResultsException(Place place, String complaint) {
        super(place + ": " + complaint);
    }

    /** One line or more, to be printed as they are. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
