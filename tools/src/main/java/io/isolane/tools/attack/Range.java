package io.isolane.tools.attack;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Drill;
import io.isolane.tools.attack.drill.Outcome;
import io.isolane.tools.attack.drill.Recorder;
import io.isolane.tools.attack.site.MemorySite;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import io.isolane.tools.attack.site.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where attacks are tried one by one, each with its capture. Confined to its thread. */
final class Range {
    private final Path directory;
    private final long seed;

    /**
     * A range.
     *
     * @param directory where captures go
     * @param seed of what is random in an attack
     */
    Range(Path directory, long seed) {
        this.directory = directory;
        this.seed = seed;
    }

    /** Tries an attack on a fresh switch in memory in this mode, with the guard that is meant to stop it or without any. */
    Result inMemory(IsolationMode mode, Attack attack, boolean hasGuards) throws IOException, InterruptedException {
        Topology bare = attack.layout().of(mode);
        Topology topology = hasGuards ? bare.with(attack.guard()) : bare.without(attack.guard());
        boolean mustHold = !mode.isShared() && (hasGuards || attack.guard().isAlwaysOn());
        try (MemorySite site = new MemorySite(topology)) {
            return on(site, attack, mustHold);
        }
    }

    /** Tries an attack on a switch as it is. */
    Result on(Site site, Attack attack, boolean mustHold) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Path capture = directory.resolve(name(site.label()) + "-" + attack.name() + ".pcapng");
        Outcome outcome;
        Optional<Seat> missing =
                attack.needs().stream().filter(seat -> !site.has(seat)).findFirst();
        if (missing.isPresent()) {
            outcome = Outcome.notApplicable("there is no " + missing.get().label() + " here");
        } else {
            try (Recorder recorder = Recorder.create(capture, site)) {
                outcome = attack.run(new Drill(site, recorder, seed));
            }
        }
        return new Result(
                site.label(), attack, outcome, mustHold, capture, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String name(String label) {
        return label.replaceAll("[^\\w-]+", "-");
    }
}
