package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.Optional;

/** A switch that takes part. Confined to its thread. */
public interface Contender {
    /** How it is called on the command line and in results. */
    String id();

    /** How it is called in tables. */
    String label();

    /** Whether it is ours, which the others are compared with. */
    boolean isOurs();

    /** What is missing to measure it, and how to get that; empty if nothing is. */
    Optional<String> missing();

    /**
     * Which version it is.
     *
     * @throws IOException if it does not say
     * @throws InterruptedException if the thread was interrupted
     */
    String version() throws IOException, InterruptedException;

    /** Whether it can do that at all. */
    boolean can(Work work);

    /**
     * Starts it, measures it and ends it.
     *
     * @throws IOException in words for a table's line, if it could not be measured; nothing of it is left then
     * @throws InterruptedException if the thread was interrupted; nothing of it is left then
     */
    Reading measure(Work work) throws IOException, InterruptedException;
}
