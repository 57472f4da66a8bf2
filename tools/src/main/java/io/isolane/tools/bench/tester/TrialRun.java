package io.isolane.tools.bench.tester;

import io.isolane.tools.bench.machine.Hiccups;
import io.isolane.tools.bench.machine.Watch;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.NanoClock;

/** One trial: a sender and a receiver that take turns until nothing more comes. Confined to its thread. */
final class TrialRun {
    private static final double NANOS = 1e9;

    /** A device that never falls silent, since a frame goes round and round, is not listened to for ever. */
    private static final int LONGEST_QUIET = 10;

    private static final long LONGEST_NANOS = 1_000_000_000;

    /** When nothing is missing, only what should not come can still come: it is waited for so many times shorter. */
    private static final int SHORTER = 100;

    private final TrialSpec spec;
    private final NanoClock clock;
    private final Line line;
    private final long quiet;
    private final long start;
    private final Sender sender;
    private final Receiver receiver;
    private final Hiccups hiccups;

    /** A trial that begins now. */
    TrialRun(TrialSpec spec, TesterConfig config, NanoClock clock, Line line, int trial, boolean keepStrays) {
        this.spec = spec;
        this.clock = clock;
        this.line = line;
        this.quiet = config.quiet().toNanos();
        Receiver made = new Receiver(spec, clock, trial, line.ports(), clock.nanoTime(), keepStrays);
        this.start = clock.nanoTime();
        this.sender = new Sender(spec, config, trial, line.ports(), line.mtu(), start);
        this.receiver = made;
        this.hiccups = new Hiccups(start);
    }

    TrialResult result() throws InterruptedException {
        Watch device = line.device();
        if (device != null) {
            device.begin();
        }
        Histogram deviceLateness = Hiccups.newHistogram();
        try {
            move();
        } finally {
            deviceLateness = device == null ? deviceLateness : device.end();
        }
        return result(deviceLateness);
    }

    Receiver receiver() {
        return receiver;
    }

    /** Allocates nothing. */
    void move() throws InterruptedException {
        long now = start;
        long lastProgress = start;
        try {
            while (!isOver(now, lastProgress)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                now = clock.nanoTime();
                hiccups.observe(now);
                int moved = sender.isDone(now) ? 0 : sender.send(line, now);
                line.poll();
                moved += receiver.receive(line, now);
                lastProgress = moved > 0 ? now : lastProgress;
            }
        } finally {
            sender.finish(line);
        }
    }

    private boolean isOver(long now, long lastProgress) {
        if (!sender.isDone(now)) {
            return false;
        }
        long wait = receiver.isComplete() ? quiet / SHORTER : quiet;
        return (now - lastProgress >= wait && wasAwake(lastProgress + wait / 2))
                || now - sender.lastSent() >= Math.max(LONGEST_NANOS, LONGEST_QUIET * quiet);
    }

    /** A device whose thread the machine has taken off its core is not silent yet. */
    private boolean wasAwake(long since) {
        Watch device = line.device();
        return device == null || device.looked() - since >= 0;
    }

    private TrialResult result(Histogram deviceLateness) {
        List<StreamResult> results = new ArrayList<>();
        for (int stream = 0; stream < spec.streams().size(); stream++) {
            results.add(of(stream));
        }
        return new TrialResult(
                spec,
                results,
                (sender.lastSent() - start) / NANOS,
                receiver.span() / NANOS,
                lastLossSeconds(),
                receiver.latency(),
                hiccups.lateness(),
                deviceLateness,
                sender.unsent(),
                receiver.foreign());
    }

    private StreamResult of(int index) {
        Stream stream = spec.streams().get(index);
        long received = 0;
        long duplicates = 0;
        long reordered = 0;
        for (int port : stream.to()) {
            Arrivals there = receiver.arrivals(index, port);
            received += there.arrived();
            duplicates += there.duplicates();
            reordered += there.reordered();
        }
        return new StreamResult(
                Sender.rotation(spec).turnsOf(index, spec.count()),
                sender.sent(index),
                sender.sent(index) * stream.to().size(),
                received,
                duplicates,
                reordered,
                receiver.misdirected(index));
    }

    private double lastLossSeconds() {
        Rotation rotation = Sender.rotation(spec);
        double last = 0;
        for (int index = 0; index < spec.streams().size(); index++) {
            for (int port : spec.streams().get(index).to()) {
                long missing = receiver.arrivals(index, port).lastMissing();
                if (missing >= 0) {
                    last = Math.max(last, spec.seconds(rotation.turnOf(index, missing)));
                }
            }
        }
        return last;
    }
}
