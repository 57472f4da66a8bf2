package io.isolane.core.acl;

import java.util.Locale;

/** What a rule of an access list does with a frame that it matches. */
public enum AccessAction {
    /** The frame goes on. */
    PERMIT,
    /** The frame is dropped. */
    DENY,
    /** The frame is counted, and the rules behind decide. */
    COUNT;

    /** The name in configurations and messages, such as {@code permit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
