package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.result.Pool.Header;
import io.isolane.tools.regress.result.Pool.Pooled;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pools that become one, if they are alike. Confined to its thread. */
final class Gathering {
    private final boolean areUnlikeMachinesAllowed;
    private final Map<String, Pooled> forks = new TreeMap<>();
    private Optional<Header> header = Optional.empty();

    Gathering(boolean areUnlikeMachinesAllowed) {
        this.areUnlikeMachinesAllowed = areUnlikeMachinesAllowed;
    }

    /** @throws IOException if it is not like the first one; the message names {@code file} and what differs */
    void add(String file, Pool pool) throws IOException {
        if (header.isPresent()) {
            requireAlike(file, header.get(), pool.header());
        } else {
            header = Optional.of(pool.header());
        }
        pool.forks().forEach(fork -> forks.put(fork.started() + " " + fork.run(), fork));
    }

    Pool pool() {
        return new Pool(header.orElseThrow(), new ArrayList<>(forks.values()));
    }

    private void requireAlike(String file, Header first, Header other) throws IOException {
        Map<String, List<Object>> facts = new LinkedHashMap<>();
        facts.put("jar", List.of(first.subject().sha256(), other.subject().sha256()));
        facts.put(
                "JVM arguments",
                List.of(first.subject().jvmArguments(), other.subject().jvmArguments()));
        facts.put("settings", List.of(first.settings(), other.settings()));
        facts.put("metrics", List.of(first.metrics(), other.metrics()));
        for (Map.Entry<String, List<Object>> fact : facts.entrySet()) {
            if (!fact.getValue().getFirst().equals(fact.getValue().getLast())) {
                throw new IOException(file + ": not of this pool, whose " + fact.getKey() + " is "
                        + fact.getValue().getFirst() + "; here it is "
                        + fact.getValue().getLast());
            }
        }
        List<String> differences = first.machine().differences(other.machine());
        if (!differences.isEmpty() && !areUnlikeMachinesAllowed) {
            throw new IOException(file + ": of an unlike machine or JVM (" + String.join("; ", differences)
                    + "): make a pool for each, or say --allow-unlike-machines");
        }
    }
}
