package io.isolane.tools.config;

/** MAC addresses that are {@code mac} where {@code mask} has bits set. Immutable. */
record MacPattern(long mac, long mask) {}
