package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.result.RunResult;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads stored results, whichever program wrote them: the content says which. Stateless. */
public final class ResultFiles {
    private static final String WRITERS =
            "give the file that JMH's '-rf json', a suite of 'isolane bench' or 'isolane regress run' wrote";

    private ResultFiles() {}

    /**
     * Reads one file.
     *
     * @throws InvalidResultsException if it is missing, empty, cut off, not JSON, of another schema, or has nothing to compare
     */
    public static StoredResults read(Path file) throws InvalidResultsException {
        List<Json> values = values(file);
        Json first = values.getFirst();
        if (values.size() == 1 && first.value() instanceof List) {
            return new JmhFile(first).read();
        }
        if (first.value() instanceof Map && SuiteFile.isFirst(first)) {
            return new SuiteFile(values).read();
        }
        Optional<Json> schema = first.value() instanceof Map ? first.find("schema") : Optional.empty();
        if (values.size() == 1
                && schema.isPresent()
                && RunResult.SCHEMA.equals(schema.get().value())) {
            return GateFile.read(file);
        }
        throw first.complaint((schema.isPresent()
                        ? "schema '" + schema.get().shown() + "' is not one of results"
                        : "this JSON is not of results")
                + "; " + WRITERS);
    }

    /**
     * Reads a file, or of a directory every file whose name ends in {@code .json} or {@code .jsonl}, by name, numbers in it by value.
     *
     * @throws InvalidResultsException as {@link #read}, or if the directory has none
     */
    public static List<StoredResults> readAll(Path fileOrDirectory) throws InvalidResultsException {
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(read(fileOrDirectory));
        }
        List<StoredResults> all = new ArrayList<>();
        for (Path file : files(fileOrDirectory)) {
            all.add(read(file));
        }
        return List.copyOf(all);
    }

    private static List<Path> files(Path directory) throws InvalidResultsException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(file -> file.toString().matches("(?i).*\\.jsonl?"))
                    .sorted((one, other) -> NaturalOrder.INSTANCE.compare(one.toString(), other.toString()))
                    .toList();
            if (files.isEmpty()) {
                throw new InvalidResultsException(
                        directory + ": no results here: no file ends in .json or .jsonl; " + WRITERS);
            }
            return files;
        } catch (IOException unreadable) {
            throw new InvalidResultsException(directory + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<Json> values(Path file) throws InvalidResultsException {
        List<Json> values = new ArrayList<>();
        try (JsonText text = new JsonText(file.toString(), text(file))) {
            for (Optional<Json> next = text.next(); next.isPresent(); next = text.next()) {
                values.add(next.get());
            }
        }
        if (values.isEmpty()) {
            throw new InvalidResultsException(
                    file + ":1: the file is empty: what should have written it ended before; measure again");
        }
        return values;
    }

    private static String text(Path file) throws InvalidResultsException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new InvalidResultsException(file + ": there is no such file");
        } catch (CharacterCodingException binary) {
            throw new InvalidResultsException(file + ":1: is not text in UTF-8; " + WRITERS);
        } catch (IOException unreadable) {
            throw new InvalidResultsException(file + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
