package io.isolane.tools.bench.startup;

/** Frames that had been forwarded at a time, in microseconds since 1970. */
record Look(long micros, long frames) {}
