package io.isolane.tools.bench.campaign;

/** A device cannot be set up as the command line wants it; the message says what is missing. */
final class UnusableDeviceException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableDeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
