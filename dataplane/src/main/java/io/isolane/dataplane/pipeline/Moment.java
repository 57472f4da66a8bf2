package io.isolane.dataplane.pipeline;

/** The time that a worker's guards go by: read once a duty cycle, the same for all frames of it. Confined to its worker. */
final class Moment {
    /** Nanoseconds on the worker's clock. */
    long nanos;
}
