package io.isolane.tools.regress.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Whether this machine counts instructions for {@code perf}, as JMH's profiler {@code perfnorm} needs it. Stateless; any thread. */
public final class Counters {
    /** As JMH's {@code -prof} takes it: instructions only, since every further event shares the few counters. */
    public static final String PROFILER = "perfnorm:events=instructions";

    private static final List<String> COMMAND = List.of("perf", "stat", "-x", ",", "-e", "instructions", "true");

    private Counters() {}

    /** Why they cannot be counted here, without a full stop; empty if they can. Asked once for each process. */
    public static Optional<String> missing() {
        return Here.MISSING;
    }

    private static final class Here {
        private static final Optional<String> MISSING = ask();

        private static Optional<String> ask() {
            try {
                Process perf =
                        new ProcessBuilder(COMMAND).redirectErrorStream(true).start();
                perf.getOutputStream().close();
                String printed = new String(perf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return complaint(perf.waitFor(), printed);
            } catch (IOException notThere) {
                return Optional.of("perf is not installed (Debian: apt install linux-perf)");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.of("perf was interrupted");
            }
        }
    }

    /** What {@code perf stat -x ,} means by what it printed. */
    static Optional<String> complaint(int code, String printed) {
        if (printed.contains("<not supported>")) {
            return Optional.of("this machine has no counters for perf, as most virtual machines");
        }
        if (printed.contains("perf_event_paranoid") || printed.contains("No permission")) {
            return Optional.of("perf may not count (as root: sysctl kernel.perf_event_paranoid=1)");
        }
        if (code != 0 || printed.contains("<not counted>")) {
            return Optional.of("perf stat fails: "
                    + printed.lines()
                            .filter(line -> !line.isBlank())
                            .findFirst()
                            .orElse("exit code " + code));
        }
        return Optional.empty();
    }
}
