package io.isolane.tools.bench.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ResultsWriter} wrote, and refuses what it cannot have written. Stateless. */
public final class ResultsReader {
    private static final String BEGIN = "{\"kind\":\"run\",\"schema\":" + Entry.SCHEMA;

    private ResultsReader() {}

    /**
     * Reads the results of a run that ended, completed or interrupted.
     *
     * @throws InvalidResultsException if the file is not one, is of another schema, or was cut off
     * @throws IOException if the file cannot be read
     */
    public static Results read(Path file) throws InvalidResultsException, IOException {
        List<String> lines = lines(file);
        List<Entry> entries = entries(file, lines, lines.size());
        if (!(entries.getLast() instanceof Entry.End)) {
            throw new InvalidResultsException(
                    file,
                    lines.size(),
                    "the last line is not one of kind 'end': the run was killed, or the file was cut off; "
                            + kept(entries));
        }
        return new Results(entries);
    }

    /**
     * Reads as much as there is of a run that was killed: a last line that was not finished is left out, and an end is not asked for.
     *
     * @throws InvalidResultsException if an earlier line is wrong
     * @throws IOException if the file cannot be read
     */
    public static Results readPartial(Path file) throws InvalidResultsException, IOException {
        List<String> lines = lines(file);
        boolean isCut = !Files.readString(file).endsWith("\n");
        return new Results(entries(file, lines, isCut ? Math.max(1, lines.size() - 1) : lines.size()));
    }

    private static List<String> lines(Path file) throws InvalidResultsException, IOException {
        if (Files.isDirectory(file)) {
            throw new InvalidResultsException(file, "this is a directory: name the results.jsonl in it");
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException missing) {
            throw new InvalidResultsException(file, "there is no such file");
        } catch (CharacterCodingException binary) {
            throw new InvalidResultsException(file, "this is not text: results are JSON lines in UTF-8");
        }
        if (lines.isEmpty() || lines.stream().allMatch(String::isBlank)) {
            throw new InvalidResultsException(file, 1, "the file is empty: results begin with " + BEGIN + ",...");
        }
        if (!lines.getFirst().contains("\"kind\"")) {
            throw new InvalidResultsException(file, 1, foreign(lines.getFirst()));
        }
        return lines;
    }

    private static List<Entry> entries(Path file, List<String> lines, int count)
            throws InvalidResultsException, IOException {
        boolean isCut = !Files.readString(file).endsWith("\n");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isLast = i == lines.size() - 1;
            try {
                entries.add(Line.read(lines.get(i)));
                checkPlace(entries);
            } catch (InvalidLineException wrong) {
                String problem =
                        isLast && isCut ? "the line was cut off; " + kept(entries) : String.valueOf(wrong.getMessage());
                throw new InvalidResultsException(file, i + 1, problem);
            }
        }
        return List.copyOf(entries);
    }

    private static void checkPlace(List<Entry> entries) throws InvalidLineException {
        boolean isRun = entries.getLast() instanceof Entry.Run;
        if (isRun != (entries.size() == 1)) {
            throw new InvalidLineException(
                    isRun
                            ? "a second line of kind 'run': put each run into a file of its own"
                            : "the first line must be of kind 'run': the file's begin is missing");
        }
        if (entries.size() > 1 && entries.get(entries.size() - 2) instanceof Entry.End) {
            throw new InvalidLineException("a line after the one of kind 'end': put each run into a file of its own");
        }
    }

    private static String kept(List<Entry> entries) {
        long trials = entries.stream().filter(Entry.Trial.class::isInstance).count();
        return "add --partial to report the " + trials + (trials == 1 ? " trial" : " trials") + " before";
    }

    private static String foreign(String first) {
        String what = "this is not a results file of 'isolane bench': one begins with " + BEGIN + ",...";
        String line = first.strip();
        if (line.startsWith("[") || line.contains("jmhVersion")) {
            return what + "; it looks like JMH's JSON, which 'isolane regress compare' reads";
        }
        if (line.equals("{")) {
            return what + "; it looks like the report of 'isolane bench --json', which has no charts";
        }
        return what;
    }
}
