package io.isolane.tools.bench.peers.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories with all that is in them. Stateless. */
public final class Trees {
    private Trees() {}

    /**
     * Deletes one; what vanishes meanwhile is no error.
     *
     * @throws IOException if something in it cannot be deleted
     */
    public static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(directory)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
