package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.campaign.Ticker;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.contest.Contest;
import io.isolane.tools.bench.peers.contest.Outcome;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.ResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out a plan, work after work, and keeps what each came to in {@code results.jsonl}. Confined to its thread. */
final class Comparison {
    private static final String RESULTS = "results.jsonl";

    private final Plan plan;
    private final Machine machine;
    private final Ticker ticker;
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    Comparison(Plan plan, Machine machine, Ticker ticker) {
        this.plan = plan;
        this.machine = machine;
        this.ticker = ticker;
    }

    /**
     * Runs it.
     *
     * @return whether it was not interrupted; what was measured until then is in the results either way
     * @throws IOException if the results cannot be written
     */
    boolean run() throws IOException {
        Files.createDirectories(plan.directory());
        Entry.Run header = new Entry.Run(Entry.SCHEMA, "peers", plan.command(), "default", machine);
        try (ResultsWriter results = ResultsWriter.create(plan.directory().resolve(RESULTS), header)) {
            boolean isComplete = run(results);
            ticker.end();
            results.write(new Entry.End(isComplete, ticker.elapsedSeconds()));
            return isComplete;
        }
    }

    /** What came of each work that was begun. */
    List<List<Outcome>> outcomes() {
        return List.copyOf(outcomes);
    }

    private boolean run(ResultsWriter results) throws IOException {
        Contest contest = new Contest(
                plan.contenders(),
                plan.rounds(),
                (work, round, contender) ->
                        ticker.begin("round " + round + " of " + plan.rounds() + ": " + contender.label()));
        boolean isComplete = true;
        Map<String, String> versions = new LinkedHashMap<>();
        for (Work work : plan.works()) {
            List<Outcome> entered = contest.enter(work);
            outcomes.add(entered);
            ticker.part(work.label(), plan.estimate(work));
            try {
                for (Outcome outcome : entered) {
                    note(outcome.contender(), versions);
                }
                contest.run(entered);
            } catch (InterruptedException stopped) {
                isComplete = false;
            }
            for (Entry entry : new PeerEntries(plan.core(), versions).of(entered)) {
                results.write(entry);
            }
            if (!isComplete) {
                break;
            }
        }
        return isComplete;
    }

    /** A version that cannot be found out is no reason not to measure. */
    private static void note(Contender contender, Map<String, String> versions) throws InterruptedException {
        if (!versions.containsKey(contender.id()) && contender.missing().isEmpty()) {
            try {
                versions.put(contender.id(), contender.version());
            } catch (IOException silent) {
                versions.put(contender.id(), "unknown: " + silent.getMessage());
            }
        }
    }
}
