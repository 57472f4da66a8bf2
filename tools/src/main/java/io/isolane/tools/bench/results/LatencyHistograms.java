package io.isolane.tools.bench.results;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** The histograms of a log that {@link LatencyLog} wrote, in nanoseconds, those of a tag added up. Immutable, as long as nobody writes its histograms. */
public final class LatencyHistograms {
    private final Map<String, Histogram> byTag;

    private LatencyHistograms(Map<String, Histogram> byTag) {
        this.byTag = Collections.unmodifiableMap(byTag);
    }

    /** None at all, as where there is no log. */
    public static LatencyHistograms none() {
        return new LatencyHistograms(Map.of());
    }

    /**
     * Reads a log.
     *
     * @throws InvalidResultsException if a line of it is no histogram
     * @throws IOException if it cannot be read
     */
    public static LatencyHistograms read(Path file) throws InvalidResultsException, IOException {
        Map<String, Histogram> byTag = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("\"")) {
                Histogram one = histogram(file, i + 1, line);
                byTag.merge(Optional.ofNullable(one.getTag()).orElse(""), one, LatencyHistograms::sum);
            }
        }
        return new LatencyHistograms(byTag);
    }

    /** What was recorded under a tag; empty if nothing was. */
    public Optional<Histogram> get(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /** Both together. */
    public static Histogram sum(Histogram one, Histogram other) {
        Histogram sum = one.copy();
        sum.setAutoResize(true);
        sum.add(other);
        sum.setTag(one.getTag());
        return sum;
    }

    private static Histogram histogram(Path file, int number, String line) throws InvalidResultsException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(bytes))) {
            EncodableHistogram read = reader.nextIntervalHistogram();
            if (read instanceof Histogram histogram) {
                return histogram;
            }
        } catch (RuntimeException undecodable) {
            throw broken(file, number);
        }
        throw broken(file, number);
    }

    private static InvalidResultsException broken(Path file, int line) {
        return new InvalidResultsException(
                file,
                line,
                "this is no interval of an HdrHistogram log: the line was cut off or changed; remove it, or the file, to report the rest");
    }
}
