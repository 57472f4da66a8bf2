package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code isolane regress run} keeps: of it the candidate's forks, since they were what was new then. Stateless. */
final class GateFile {
    private GateFile() {}

    static StoredResults read(Path file) throws InvalidResultsException {
        try {
            return stored(file.toString(), RunFile.read(file));
        } catch (IOException refused) {
            throw new InvalidResultsException(
                    refused.getMessage() + "; measure again, or use the version that wrote it");
        }
    }

    private static StoredResults stored(String file, RunResult result) throws InvalidResultsException {
        Place place = new Place(file, 1);
        Map<Metric, List<Double>> values = new LinkedHashMap<>();
        for (Fork fork : result.forks()) {
            if (fork.slot().role() == Role.CANDIDATE) {
                for (Reading reading : fork.readings()) {
                    values.computeIfAbsent(reading.metric(), first -> new ArrayList<>())
                            .add(reading.value());
                }
            }
        }
        if (values.isEmpty()) {
            throw new InvalidResultsException(place, "no fork of the candidate ended: measure again");
        }
        SortedMap<String, String> settings = new TreeMap<>(Map.of("settings", String.valueOf(result.settings())));
        return new StoredResults(
                file,
                Writer.REGRESS,
                Optional.of(result.started()),
                Optional.of(result.candidate().name()),
                values.entrySet().stream()
                        .map(entry -> new StoredMetric(
                                new Samples(entry.getKey(), entry.getValue()), place, result.machine(), settings))
                        .toList(),
                result.isFinished()
                        ? List.of()
                        : List.of(place + ": the run was ended early; the forks that it had finished are compared."));
    }
}
