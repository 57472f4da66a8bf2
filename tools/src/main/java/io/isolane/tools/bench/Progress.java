package io.isolane.tools.bench;

import io.isolane.tools.terminal.StandardError;
import java.io.PrintWriter;
import java.util.Locale;

/** What is being done, for whoever waits: at a terminal one line that is written over, elsewhere one line for each phase. */
final class Progress {
    private final PrintWriter out;
    private final boolean isTerminal;
    private String phase = "";
    private int steps;
    private int done;
    private int longest;

    Progress(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** On the process's own error stream. */
    static Progress to(PrintWriter errors) {
        return new Progress(errors, StandardError.isTerminal());
    }

    void begin(String what, int of) {
        phase = what;
        steps = of;
        done = 0;
        if (isTerminal) {
            show();
        } else {
            out.println("isolane bench: " + phase);
            out.flush();
        }
    }

    void step() {
        done++;
        if (isTerminal) {
            show();
        }
    }

    /** Leaves a terminal's line empty for what comes after. */
    void end() {
        if (isTerminal) {
            out.print("\r" + " ".repeat(longest) + "\r");
            out.flush();
        }
    }

    private void show() {
        String line = String.format(Locale.ROOT, "isolane bench: %s, %d of %d", phase, done, steps);
        out.print("\r" + line + " ".repeat(Math.max(0, longest - line.length())));
        out.flush();
        longest = Math.max(longest, line.length());
    }
}
