package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;

/**
 * One test of a suite, for one device and one length of frames. It writes each trial when it has ended and its result last, so that an interrupt keeps
 * what is finished. Confined to its thread.
 */
public interface BenchTest {
    /** Suite and test, as {@code rfc2544/throughput}. */
    String name();

    /** About how long {@link #run} takes under these conditions with a device that works. */
    Duration estimate(Conditions conditions);

    /**
     * Does what the RFC says. A device that misbehaves is a result with remarks, never an exception.
     *
     * @throws InterruptedException if the thread was interrupted; trials that had ended are in the journal, a result is not
     */
    void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException;
}
