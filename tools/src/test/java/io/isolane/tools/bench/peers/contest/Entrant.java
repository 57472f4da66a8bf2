package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A contender whose rounds are given: a rate each, or what goes wrong. */
public final class Entrant implements Contender {
    private final String id;
    private final boolean isOurs;
    private final Optional<String> missing;
    private final Deque<Object> rounds;

    private Entrant(String id, boolean isOurs, Optional<String> missing, List<Object> rounds) {
        this.id = id;
        this.isOurs = isOurs;
        this.missing = missing;
        this.rounds = new ArrayDeque<>(rounds);
    }

    /** One of ours. */
    public static Entrant ours(String id, Object... rounds) {
        return new Entrant(id, true, Optional.empty(), List.of(rounds));
    }

    /** One of the others. */
    public static Entrant other(String id, Object... rounds) {
        return new Entrant(id, false, Optional.empty(), List.of(rounds));
    }

    /** One of the others, which is not installed. */
    public static Entrant missing(String id, String why) {
        return new Entrant(id, false, Optional.of(why), List.of());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return "The " + id;
    }

    @Override
    public boolean isOurs() {
        return isOurs;
    }

    @Override
    public Optional<String> missing() {
        return missing;
    }

    @Override
    public String version() {
        return id + " 1.0";
    }

    @Override
    public boolean can(Work work) {
        return work.kind() == Work.Kind.UNICAST;
    }

    @Override
    public Reading measure(Work work) throws IOException, InterruptedException {
        return switch (rounds.remove()) {
            case Double rate -> new Reading(rate, 1, true, List.of("start " + id));
            case Reading reading -> reading;
            case IOException failure -> throw failure;
            case InterruptedException stopped -> throw stopped;
            case Object other -> throw new AssertionError(other);
        };
    }
}
