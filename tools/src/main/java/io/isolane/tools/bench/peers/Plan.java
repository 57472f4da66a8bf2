package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.work.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a comparison measures, and for how long. Immutable.
 *
 * @param works in the order of the tables
 * @param contenders those that were chosen, ours first
 * @param rounds of each work
 * @param window of each measurement
 * @param core that switches are kept on
 * @param directory where the results go
 * @param command the command line that does the same again
 */
record Plan(
        List<Work> works,
        List<Contender> contenders,
        int rounds,
        Duration window,
        int core,
        Path directory,
        String command) {
    /** To start a switch, to let it warm up and to end it. */
    private static final Duration AROUND = Duration.ofMillis(5_500);

    Plan {
        works = List.copyOf(works);
        contenders = List.copyOf(contenders);
    }

    /** About how long all of it takes. */
    Duration estimate() {
        return works.stream().map(this::estimate).reduce(Duration.ZERO, Duration::plus);
    }

    /** About how long a work takes. */
    Duration estimate(Work work) {
        long present = contenders.stream()
                .filter(contender -> contender.can(work) && contender.missing().isEmpty())
                .count();
        return window.plus(AROUND).multipliedBy(present * rounds);
    }
}
