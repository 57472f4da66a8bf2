package io.isolane.tools.stack;

import java.util.Locale;

/** What became of a frame that the stack received. */
public enum Outcome {
    ARP_REPLY,
    ECHO_REPLY,
    UDP_ECHO,
    /** Addressed to another station, or to a port on which nothing listens. */
    NOT_FOR_US,
    /** From outside the stack's network, to which it has no route. */
    NO_ROUTE,
    /** Its header, or what its header announces, is not all there. */
    TRUNCATED,
    BAD_CHECKSUM,
    /** Tags, fragments, options, and protocols that the stack does not speak. */
    UNSUPPORTED,
    /** No free slot for an answer, or the switch does not take it. */
    NO_ROOM;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in messages, such as {@code echo-reply}. */
    public String label() {
        return label;
    }

    @SuppressWarnings("EnumOrdinal") // places of counters, never stored
    int index() {
        return ordinal();
    }

    /** True if the stack has something to send. */
    boolean isAnswer() {
        return this == ARP_REPLY || this == ECHO_REPLY || this == UDP_ECHO;
    }
}
