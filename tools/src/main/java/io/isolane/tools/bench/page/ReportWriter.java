package io.isolane.tools.bench.page;

import io.isolane.tools.bench.results.InvalidResultsException;
import io.isolane.tools.bench.results.LatencyHistograms;
import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.results.Results;
import io.isolane.tools.bench.results.ResultsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a page and pictures of results. Immutable; any thread. */
public final class ReportWriter {
    private final Evidence evidence;
    private final List<Section> sections;

    /** A report of results and the histograms that their tags name; without those, curves have few points. */
    public ReportWriter(Results results, LatencyHistograms histograms) {
        evidence = new Evidence(results, histograms);
        sections = Sections.of(evidence);
    }

    /**
     * A report of a results file, and of the log beside it if there is one.
     *
     * @param isPartial whether a run that was killed will do
     * @throws InvalidResultsException if one of the two is not what it should be
     * @throws IOException if one cannot be read
     */
    public static ReportWriter of(Path file, boolean isPartial) throws InvalidResultsException, IOException {
        Results results = isPartial ? ResultsReader.readPartial(file) : ResultsReader.read(file);
        Path log = LatencyLog.beside(file);
        return new ReportWriter(results, Files.exists(log) ? LatencyHistograms.read(log) : LatencyHistograms.none());
    }

    /** How many pictures there are. */
    public int pictures() {
        return sections.stream().mapToInt(section -> section.figures().size()).sum();
    }

    /**
     * Writes the page.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeHtml(Path file) throws IOException {
        Files.writeString(file, Page.of(evidence, sections));
    }

    /**
     * Writes each picture into a file of its own.
     *
     * @param directory made if it is missing
     * @throws IOException if one cannot be written
     */
    public void writeSvg(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Section section : sections) {
            for (Figure figure : section.figures()) {
                figure.chart().write(directory.resolve(figure.file() + ".svg"));
            }
        }
    }
}
