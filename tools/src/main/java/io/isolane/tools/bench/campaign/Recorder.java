package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.results.ResultsWriter;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.trial.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Lock;

/**
 * Keeps what tests find in {@code results.jsonl} and {@code results.hlog}, line by line, remembers what the last table needs, and passes on
 * what is being done. A thread is not interrupted while it writes, since that would close the file: whoever interrupts it holds {@code
 * lock}. Confined to its thread.
 */
final class Recorder implements Journal, AutoCloseable {
    private static final String RESULTS = "results.jsonl";

    private final Ticker ticker;
    private final Lock lock;
    private final ResultsWriter results;
    private final LatencyLog latencies;
    private final List<Entry> kept = new ArrayList<>();
    private final Spread spread = new Spread();

    private Recorder(Ticker ticker, Lock lock, ResultsWriter results, LatencyLog latencies) {
        this.ticker = ticker;
        this.lock = lock;
        this.results = results;
        this.latencies = latencies;
    }

    /**
     * Begins the files in a directory, which is made if it is missing.
     *
     * @throws IOException if they cannot be written
     */
    static Recorder in(Path directory, Entry.Run run, Ticker ticker, Lock lock) throws IOException {
        Files.createDirectories(directory);
        ResultsWriter results = ResultsWriter.create(results(directory), run);
        try {
            LatencyLog latencies = LatencyLog.create(
                    LatencyLog.beside(results(directory)),
                    run.command(),
                    run.machine().date());
            return new Recorder(ticker, lock, results, latencies);
        } catch (IOException noLog) {
            results.close();
            throw noLog;
        }
    }

    static Path results(Path directory) {
        return directory.resolve(RESULTS);
    }

    @Override
    public void write(Entry entry) {
        uninterrupted(() -> results.write(entry));
        spread.add(entry);
        if (!(entry instanceof Entry.Trial)) {
            kept.add(entry);
        }
    }

    @Override
    public void log(String tag, TrialResult trial) {
        Instant start = Instant.now().minusNanos(Math.round(trial.receiveSeconds() * 1e9));
        uninterrupted(() -> latencies.write(tag, trial, start));
    }

    /** Something that writes. */
    private interface Writing {
        void run() throws IOException;
    }

    /** A request to end that came before the writing is put off until after it; one that comes meanwhile waits for the lock. */
    private void uninterrupted(Writing writing) {
        lock.lock();
        boolean wasInterrupted = Thread.interrupted();
        try {
            writing.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
            lock.unlock();
        }
    }

    @Override
    public void begin(String doing) {
        ticker.begin(doing);
    }

    @Override
    public void bounds(double low, double high, String unit) {
        ticker.bounds(
                unit.equals("frames/s")
                        ? millions(low) + " to " + (Double.isInfinite(high) ? "?" : millions(high)) + " Mpps"
                        : Math.round(low) + " to " + Math.round(high) + " " + unit);
    }

    /** Results and tests of the tester itself, in their order. */
    List<Entry> kept() {
        return Collections.unmodifiableList(kept);
    }

    /** How far repeated results were apart. */
    Spread spread() {
        return spread;
    }

    @Override
    public void close() throws IOException {
        latencies.close();
        results.close();
    }

    private static String millions(double framesPerSecond) {
        return String.format(Locale.ROOT, "%.3f", framesPerSecond / 1e6);
    }
}
