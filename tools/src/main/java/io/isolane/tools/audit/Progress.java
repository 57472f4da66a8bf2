package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.PrintWriter;
import java.util.Locale;

/** One line for each mode, which grows while the mode is judged. Confined to its thread. */
final class Progress {
    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void begin(IsolationMode mode, int number, int of) {
        out.printf(Locale.ROOT, "[%d/%d] %-17s", number, of, mode.label());
        out.flush();
    }

    void step(String what) {
        out.print(what + ", ");
        out.flush();
    }

    void stop() {
        out.println("stopped; what was made is removed");
        out.flush();
    }

    void end(ModeResult result) {
        String outcome = result.failure().isEmpty() ? result.isKept() ? "as expected" : "NOT AS EXPECTED" : "FAILED";
        out.printf(Locale.ROOT, "%s (%.1f s)%n", outcome, result.duration().toMillis() / 1e3);
        out.flush();
    }
}
