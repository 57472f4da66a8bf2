package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.Optional;

/** A switch that may be installed here. Any thread. */
public interface Peer {
    /** How it is called on the command line and in results. */
    String id();

    /** How it is called in tables. */
    String label();

    /** What is missing to run it, and how to get that; empty if nothing is. */
    Optional<String> missing();

    /**
     * Which version is installed.
     *
     * @throws IOException if it does not say
     * @throws InterruptedException if the thread was interrupted
     */
    String version() throws IOException, InterruptedException;

    /** Whether it can do that at all. */
    boolean can(Work work);

    /**
     * Starts it.
     *
     * @throws IOException in words for a table's line, if it does not come up; nothing of it is left then
     * @throws InterruptedException if the thread was interrupted; nothing of it is left then
     */
    Running start(Work work, Place place) throws IOException, InterruptedException;
}
