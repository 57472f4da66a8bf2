package io.isolane.tools.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A tester connected to a device under test, in the words of RFC 2285. One trial at a time; confined to its thread. */
public interface TestBed extends AutoCloseable {
    /** What is tested, for the report. */
    Device device();

    /** Ports of the device that the tester has, at least 2. */
    int ports();

    /**
     * How frames must be tagged when they are sent at {@code from} so that they may leave at {@code to}.
     *
     * @return VIDs in use between the two, 0 for no tag; empty if isolation keeps the two ports apart
     */
    default List<Integer> tags(int from, int to) {
        return from == to ? List.of() : List.of(0);
    }

    /**
     * Addresses that may stand behind {@code port}: the same first one for every {@code count}, and none that stands behind another port.
     *
     * @throws IllegalArgumentException if fewer than {@code count} may stand there, as where the device was told which
     */
    default AddressRange stations(int port, int count) {
        return new AddressRange(0x02_00_00_00_00_00L | (port + 1L) << 24, count);
    }

    /** Which of several devices in a row {@code port} belongs to, counted from 0 (RFC 2889, 5.3); 0 where there is one. */
    default int deviceOf(int port) {
        return 0;
    }

    /** Whether the tester can hold a port to a line rate, {@link TrialSpec#drains()}; if not, such a trial must not be asked for. */
    default boolean drains() {
        return false;
    }

    /**
     * Lets the device alone, as between two trials.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    default void rest(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /**
     * Sends learning frames: from every source of {@code streams} at the port where it is, and from every destination at the port that its
     * stream is for (RFC 2889, 5: learning frames).
     *
     * @return in words what went wrong, as "3 of 256 addresses were not learnt"; empty if the device knew every destination afterwards
     * @throws InterruptedException if the thread was interrupted
     */
    Optional<String> learn(List<Stream> streams) throws InterruptedException;

    /**
     * Runs a trial: sends, then receives until nothing has come for a while.
     *
     * @throws InterruptedException if the thread was interrupted; what had been measured of this trial is dropped
     */
    TrialResult run(TrialSpec spec) throws InterruptedException;

    /**
     * Makes the device forget the addresses it has learnt: by a restart, or by waiting until they have aged out.
     *
     * @return false if that cannot be done here
     * @throws InterruptedException if the thread was interrupted
     */
    boolean forget() throws InterruptedException;

    /**
     * Restarts the device while {@code load} is offered (RFC 2544, 26.6).
     *
     * @return from the last frame that arrived before it to the first one after; empty if the tester cannot restart this device
     * @throws InterruptedException if the thread was interrupted
     */
    Optional<Duration> reset(TrialSpec load) throws InterruptedException;

    @Override
    void close();
}
