package io.isolane.tools.bench.tester;

import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/** How long a device forwards nothing while it is restarted under load (RFC 2544, 26.6). Confined to its thread. */
final class Outage {
    /** How long a load is offered before the restart, and must pass again after it. */
    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long the first frame may take. */
    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Tester tester;
    private final NanoClock clock;
    private final long start;
    private final Sender sender;
    private final Receiver receiver;
    private long lastArrival;
    private long longestGap;

    Outage(Tester tester, TrialSpec load, TesterConfig config, NanoClock clock, int trial) {
        Line line = tester.line();
        this.tester = tester;
        this.clock = clock;
        TrialSpec endless = endless(load);
        this.start = clock.nanoTime();
        this.sender = new Sender(
                endless, config.withFullPort(TesterConfig.FullPort.LOSE), trial, line.ports(), line.mtu(), start);
        this.receiver = new Receiver(endless, clock, trial, line.ports(), start, false);
        this.lastArrival = start;
    }

    /** Offers the load before, during and after {@code restart}; the longest time without a frame, or empty if there was no before or no after. */
    Optional<Duration> measure(Restart restart) throws InterruptedException {
        try {
            if (!passes(start, start + FIRST_NANOS)) {
                return Optional.empty();
            }
            longestGap = 0;
            restart.begin();
            return returns(restart) ? Optional.of(Duration.ofNanos(longestGap)) : Optional.empty();
        } finally {
            sender.finish(tester.line());
        }
    }

    private boolean returns(Restart restart) throws InterruptedException {
        long end = clock.nanoTime() + PATIENCE_NANOS;
        while (!restart.isOver()) {
            if (clock.nanoTime() - end > 0) {
                return false;
            }
            turn();
        }
        return passes(clock.nanoTime(), end);
    }

    /** Offers the load until it has arrived for a while since {@code from}; false if it has not at {@code end}. */
    private boolean passes(long from, long end) throws InterruptedException {
        while (lastArrival - from < SETTLED_NANOS) {
            if (clock.nanoTime() - end > 0) {
                return false;
            }
            turn();
        }
        return true;
    }

    private void turn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Line line = tester.line();
        long now = clock.nanoTime();
        sender.send(line, now);
        line.poll();
        if (receiver.receive(line, now) > 0) {
            longestGap = Math.max(longestGap, receiver.lastArrival() - lastArrival);
            lastArrival = receiver.lastArrival();
        }
    }

    /** The same frames for as long as it takes; which of them arrive is of no interest, only when. */
    private static TrialSpec endless(TrialSpec load) {
        List<Stream> streams = load.streams().stream()
                .map(stream -> new Stream(
                        stream.from(),
                        List.of(),
                        stream.sources(),
                        stream.destinations(),
                        stream.vid(),
                        stream.share(),
                        stream.defect()))
                .toList();
        return new TrialSpec(streams, load.frames(), load.rate(), Stamp.MAX_SEQUENCE);
    }
}
