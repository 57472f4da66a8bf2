package io.isolane.tools.config;

import java.util.Optional;

/** How the value of a key is written, and what it becomes. Immutable. */
interface ValueType<T> {
    /** How it is written, as a noun: {@code a whole number from 1 to 4094}. */
    String form();

    /** The value; empty, with a problem reported, if it is not written like that. */
    Optional<T> read(Node node, Problems problems);
}
