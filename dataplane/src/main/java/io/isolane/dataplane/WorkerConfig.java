package io.isolane.dataplane;

/**
 * Who moves the frames.
 *
 * @param count forwarding threads; 0 for none, where the embedder calls {@link VirtualSwitch#poll}
 * @param idle what a thread does when no port has work
 */
public record WorkerConfig(int count, Idle idle) {
    /** One thread that sleeps when there is nothing to do. */
    public static final WorkerConfig DEFAULT = new WorkerConfig(1, Idle.SLEEP);

    /** No thread: the embedder calls {@link VirtualSwitch#poll}. */
    public static final WorkerConfig INVOKED = new WorkerConfig(0, Idle.SPIN);

    public static final int MAX_COUNT = 64;

    /** What a worker does when no port has work. */
    public enum Idle {
        /** Spins: lowest latency, one whole processor. */
        SPIN,
        /** Spins, yields, then sleeps in the kernel until a port has work. */
        SLEEP
    }

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is not from 0 to 64
     */
    public WorkerConfig {
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException(count + " workers are not from 0 to " + MAX_COUNT);
        }
    }
}
