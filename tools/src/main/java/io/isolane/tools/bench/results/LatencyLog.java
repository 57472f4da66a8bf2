package io.isolane.tools.bench.results;

import io.isolane.tools.bench.trial.TrialResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes the histograms of trials, in nanoseconds, as an HdrHistogram log, which HdrHistogram's own {@code HistogramLogProcessor} and
 * plotters read. A trial's latency is under the tag of its result, how late the tester's and the device's threads were under that tag and
 * {@link #SENDER} and {@link #DEVICE}; several trials of a tag add up. Confined to its thread.
 */
public final class LatencyLog implements AutoCloseable {
    /** Ends the tag of the tester's own lateness. */
    public static final String SENDER = ":sender-late";

    /** Ends the tag of the lateness of the device's thread. */
    public static final String DEVICE = ":device-late";

    private final PrintStream file;
    private final HistogramLogWriter log;

    private LatencyLog(PrintStream file) {
        this.file = file;
        this.log = new HistogramLogWriter(file);
    }

    /**
     * Begins a log, in place of one that may be there.
     *
     * @param comment what ran: the first line of the log
     * @throws IOException if it cannot be written
     */
    public static LatencyLog create(Path file, String comment, Instant start) throws IOException {
        LatencyLog latencies = new LatencyLog(new PrintStream(file.toFile(), StandardCharsets.UTF_8));
        latencies.begin(comment, start);
        return latencies;
    }

    private void begin(String comment, Instant start) {
        log.outputComment(comment.replaceAll("\\R", " "));
        log.outputComment("[Values are nanoseconds; the column Interval_Max is in milliseconds]");
        log.outputLogFormatVersion();
        log.outputStartTime(start.toEpochMilli());
        log.setBaseTime(start.toEpochMilli());
        log.outputLegend();
    }

    /**
     * Appends a trial; the line is in the file when this returns.
     *
     * @param tag as {@link #tag} makes it; the {@code hlog} of the result
     * @param start when the trial began
     * @throws IOException if the file cannot be written
     */
    public void write(String tag, TrialResult trial, Instant start) throws IOException {
        write(tag, trial.latency(), start, trial.receiveSeconds());
        write(tag + SENDER, trial.senderLateness(), start, trial.sendSeconds());
        write(tag + DEVICE, trial.deviceLateness(), start, trial.sendSeconds());
        if (file.checkError()) {
            throw new IOException("The histograms of " + tag + " could not be written");
        }
    }

    /** Where the log of a results file is: beside it, with the extension {@code hlog}. */
    public static Path beside(Path results) {
        String name = Objects.requireNonNull(results.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        return results.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".hlog");
    }

    /** Words as a tag: what a log cannot have in one, commas and blanks, becomes a dash. */
    public static String tag(Object... words) {
        StringBuilder tag = new StringBuilder();
        for (Object word : words) {
            tag.append(tag.isEmpty() ? "" : "/").append(word.toString().replaceAll("[,\\s]+", "-"));
        }
        return tag.toString();
    }

    @Override
    public void close() {
        file.close();
    }

    private void write(String tag, Histogram values, Instant start, double seconds) {
        if (values.getTotalCount() == 0) {
            return;
        }
        Histogram interval = values.copy();
        interval.setTag(tag);
        interval.setStartTimeStamp(start.toEpochMilli());
        interval.setEndTimeStamp(start.plusMillis(Math.round(seconds * 1e3)).toEpochMilli());
        log.outputIntervalHistogram(interval);
    }
}
