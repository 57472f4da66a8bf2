package io.isolane.tools.bench.campaign;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells whoever waits how far a campaign is: at a terminal by one line that is written over, elsewhere by a line for each thing that
 * begins. Confined to its thread.
 */
public final class Ticker {
    private static final String NAME = "isolane bench: ";
    private static final int BAR = 20;
    private static final int COLUMNS = 100;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final Duration total;
    private final long start;
    private Duration finished = Duration.ZERO;
    private Duration underWay = Duration.ZERO;
    private long since;
    private String what = "";
    private String where = "";
    private String bounds = "";

    /**
     * A campaign begins.
     *
     * @param total how long it will take, about
     */
    public Ticker(PrintWriter out, boolean isTerminal, Duration total, LongSupplier nanoTime) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.total = total;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.since = start;
        out.println(NAME + "about " + words(total));
        out.flush();
    }

    /** A part of the campaign begins, which should take so long; the one before it is over. */
    public void part(String name, Duration estimate) {
        finished = finished.plus(underWay);
        underWay = estimate;
        since = nanoTime.getAsLong();
        where = name;
        what = "";
        bounds = "";
        if (isTerminal) {
            show();
        }
    }

    /** Something begins within the part. */
    public void begin(String doing) {
        what = doing;
        bounds = "";
        if (isTerminal) {
            show();
        } else {
            out.println(NAME + percent() + ", " + left() + " left: " + where + ": " + doing);
            out.flush();
        }
    }

    /** A search has come so far, in words. */
    void bounds(String words) {
        bounds = words;
        if (isTerminal) {
            show();
        }
    }

    /** Leaves a terminal's line empty for what comes after. */
    public void end() {
        if (isTerminal) {
            out.print("\r" + " ".repeat(COLUMNS) + "\r");
            out.flush();
        }
    }

    /** {@code 45 s}, {@code 3 min}, {@code 2 h 10 min}. */
    static String words(Duration duration) {
        long seconds = Math.ceilDiv(duration.toMillis(), 1_000);
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    public double elapsedSeconds() {
        return (nanoTime.getAsLong() - start) / 1e9;
    }

    private void show() {
        int full = (int) Math.round(share() * BAR);
        String line = NAME + "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + percent() + ", " + left()
                + " left; " + (bounds.isEmpty() ? "" : bounds + "; ") + where + (what.isEmpty() ? "" : ": " + what);
        String cut = line.substring(0, Math.min(line.length(), COLUMNS));
        out.print("\r" + cut + " ".repeat(COLUMNS - cut.length()));
        out.flush();
    }

    /** What was estimated for the parts that are over, and of this one as much as time went by. */
    private Duration done() {
        Duration here = Duration.ofNanos(nanoTime.getAsLong() - since);
        return finished.plus(here.compareTo(underWay) < 0 ? here : underWay);
    }

    private double share() {
        return total.isZero() ? 1 : Math.min(1, done().toNanos() / (double) total.toNanos());
    }

    private String percent() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share());
    }

    private String left() {
        Duration left = total.minus(done());
        return words(left.isNegative() ? Duration.ZERO : left);
    }
}
