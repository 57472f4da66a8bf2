package io.isolane.tools.bench.peers.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A switch that forwards as fast as it can, until it is closed. Confined to its thread. */
public interface Running extends AutoCloseable {
    /**
     * How many frames have entered it so far.
     *
     * @throws IOException in words for a table's line, if it does not say so any more
     * @throws InterruptedException if the thread was interrupted
     */
    Sample sample() throws IOException, InterruptedException;

    /** How long it has been running on processors, all of its threads together. */
    Duration processorTime();

    /** What was typed to get it so far, line by line (RFC 8204, 3.3). */
    List<String> commands();

    /** Ends all of its programs and removes what they left. */
    @Override
    void close();
}
