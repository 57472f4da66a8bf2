package io.isolane.tools.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.peers.contest.Contest;
import io.isolane.tools.bench.peers.contest.Entrant;
import io.isolane.tools.bench.peers.contest.Outcome;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTableTest {
    private static final Work WORK = Work.named("pairs-256").orElseThrow();

    @Test
    void shouldSetOursBesideTheOthers() throws InterruptedException {
        assertThat(PeersTable.lines(List.of(outcomes()), List.of("no copy", "one copy")))
                .containsExactly(
                        "                    ----------- frames in -----------   -------- no copy --------   -------- one copy --------",
                        "                    Mpps  (lowest,  highest)  ns/frame  median  (lowest,  highest)  median  (lowest,  highest)",
                        "64 B, 256 pairs",
                        "  The isolane       30.0    (30.0,     30.0)      33.3",
                        "  The isolane-copy  20.0    (20.0,     24.0)      50.0",
                        "  The ovs           10.0    (8.00,     12.0)     100.0    3.00    (2.50,     3.75)    2.00    (2.00,     2.50)",
                        "  The vpp              -                             -       -                           -",
                        "- The vpp: Not measured: vpp is not installed. (64 B, 256 pairs)");
    }

    @Test
    void shouldSayOnceWhatHoldsForEveryWork() throws InterruptedException {
        List<String> lines = PeersTable.lines(List.of(outcomes(), outcomes()), List.of("ours to it"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("- "))
                .containsExactly("- The vpp: Not measured: vpp is not installed.");
    }

    @Test
    void shouldKeepRoundsRatiosAndCommandsInTheResults() throws InterruptedException {
        List<Entry> entries = new PeerEntries(1, Map.of("ovs", "ovs 1.0")).of(outcomes());

        assertThat(entries.get(2)).isInstanceOfSatisfying(Entry.Result.class, result -> {
            assertThat(result.test()).isEqualTo("peers/pairs-256");
            assertThat(result.frames()).isEqualTo("68");
            assertThat(result.addresses()).isEqualTo(512);
            assertThat(result.device().configuration())
                    .containsEntry("version", "ovs 1.0")
                    .containsEntry("commands", "start ovs");
            assertThat(result.values())
                    .containsExactly(
                            new Value("rate", null, "frames/s", 10e6, 8e6, 12e6),
                            new Value("round", 1.0, "frames/s", 10e6, null, null),
                            new Value("round", 2.0, "frames/s", 8e6, null, null),
                            new Value("round", 3.0, "frames/s", 12e6, null, null),
                            new Value("isolane", null, "times", 3.0, 2.5, 3.75),
                            new Value("isolane-copy", null, "times", 2.0, 2.0, 2.5));
        });
    }

    private static List<Outcome> outcomes() throws InterruptedException {
        Contest contest = new Contest(
                List.of(
                        Entrant.ours("isolane", 30e6, 30e6, 30e6),
                        Entrant.ours("isolane-copy", 20e6, 20e6, 24e6),
                        Entrant.other("ovs", 10e6, 8e6, 12e6),
                        Entrant.missing("vpp", "vpp is not installed")),
                3,
                (work, round, contender) -> {});
        List<Outcome> outcomes = contest.enter(WORK);
        contest.run(outcomes);
        return outcomes;
    }
}
