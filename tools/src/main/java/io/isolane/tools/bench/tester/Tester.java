package io.isolane.tools.bench.tester;

import io.isolane.core.memory.FrameCache;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.NanoClock;

/** Generator and receiver of test frames, connected to a device. One trial at a time; confined to its thread. */
public final class Tester {
    private static final int BATCH = 64;

    /** What may still come of an earlier trial is let in and forgotten, but not for ever. */
    private static final int MAX_LEFTOVERS = 1 << 20;

    private final TesterConfig config;
    private final NanoClock clock;
    private final long[] leftovers = new long[BATCH];
    private int trial = new SecureRandom().nextInt();
    private Line line;

    /** A tester that is connected to {@code line}. */
    public Tester(TesterConfig config, NanoClock clock, Line line) {
        this.config = config;
        this.clock = clock;
        this.line = line;
    }

    /** What it is connected to. */
    public Line line() {
        return line;
    }

    /** Connects it to a device that was restarted. */
    public void connect(Line other) {
        line = other;
    }

    /**
     * Runs a trial.
     *
     * @throws IllegalArgumentException if a stream names a port that there is not, or frames are longer than the ports carry
     * @throws InterruptedException if the thread was interrupted
     */
    public TrialResult run(TrialSpec spec) throws InterruptedException {
        return prepare(spec, config, false).result();
    }

    /**
     * Teaches the device where the addresses of {@code streams} are, and looks whether it knows.
     *
     * @param wayBack streams whose frames go from each destination back to the source, as {@link Learning} says
     * @return in words what it did not learn, or empty
     * @throws InterruptedException if the thread was interrupted
     */
    public Optional<String> learn(List<Stream> streams, WayBack wayBack) throws InterruptedException {
        return new Learning(this, wayBack).learn(streams);
    }

    /**
     * Offers a load, lets a restart happen, and waits until frames come again.
     *
     * @param load its streams, frames and rate; how many frames is not asked for
     * @return the longest time without a frame; empty if none came before the restart, or none after it in two minutes
     * @throws InterruptedException if the thread was interrupted
     */
    public Optional<Duration> outage(TrialSpec load, Restart restart) throws InterruptedException {
        check(load);
        forgetLeftovers();
        return new Outage(this, load, config, clock, ++trial).measure(restart);
    }

    TesterConfig config() {
        return config;
    }

    TrialRun prepare(TrialSpec spec, TesterConfig way, boolean keepStrays) {
        check(spec);
        forgetLeftovers();
        return new TrialRun(spec, way, clock, line, ++trial, keepStrays);
    }

    private void forgetLeftovers() {
        FrameCache cache = line.cache();
        for (int port = 0; port < line.ports(); port++) {
            int left = MAX_LEFTOVERS;
            int count;
            do {
                count = line.port(port).receive(leftovers, leftovers.length);
                cache.free(leftovers, 0, count);
                left -= count;
            } while (count > 0 && left > 0);
        }
    }

    private void check(TrialSpec spec) {
        SpecCheck.check(spec, line.ports(), line.mtu());
    }
}
