package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.program.Program;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program of ours prints about itself again and again: {@code counted FRAMES at NANOSECONDS}. Stateless. */
final class CounterLines {
    private static final Pattern LINE = Pattern.compile("(?m)^counted (\\d{1,18}) at (\\d{1,18})$\\R?");

    private CounterLines() {}

    /** Such a line. */
    static String line(long frames, long nanos) {
        return "counted " + frames + " at " + nanos;
    }

    /** The last whole one; empty while there is none. */
    static Optional<Sample> last(String printed) {
        Matcher lines = LINE.matcher(printed);
        return lines.results().reduce((earlier, later) -> later).map(CounterLines::sample);
    }

    /**
     * The last one of a program, when there is one that is newer than {@code nanos}.
     *
     * @throws IOException if it has ended, or none comes
     * @throws InterruptedException if the thread was interrupted
     */
    static Sample await(Session session, Program program, String name, long nanos)
            throws IOException, InterruptedException {
        session.await(program, name, "counts", () -> isNewer(last(program.output()), nanos));
        Session.requireRunning(program, name);
        return last(program.output()).orElseThrow();
    }

    private static boolean isNewer(Optional<Sample> sample, long nanos) {
        return sample.isPresent() && sample.get().nanos() > nanos;
    }

    private static Sample sample(MatchResult line) {
        return new Sample(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
    }
}
