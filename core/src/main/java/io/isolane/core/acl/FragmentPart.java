package io.isolane.core.acl;

import java.util.Locale;

/** Which part of a packet a frame carries. */
public enum FragmentPart {
    /** All of it. */
    NONE,
    /** Its beginning; also the whole in one fragment (RFC 6946). */
    FIRST,
    /** A later part, which does not show the protocol's header. */
    LATER;

    /** The name in configurations and messages, such as {@code later}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number under which access lists know it. */
    @SuppressWarnings("EnumOrdinal") // in the order of this file
    int number() {
        return ordinal();
    }
}
