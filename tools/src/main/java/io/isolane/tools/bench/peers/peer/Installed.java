package io.isolane.tools.bench.peers.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that can be found, and whether this process is root's. Immutable.
 *
 * @param directories where they are looked for, in this order
 * @param isRoot whether what needs root can be done
 */
public record Installed(List<Path> directories, boolean isRoot) {
    /** Where daemons are, though a user's path may not have them. */
    private static final List<String> DAEMONS = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    public Installed {
        directories = List.copyOf(directories);
    }

    /** What this process finds. */
    public static Installed here() {
        Stream<String> path =
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return new Installed(
                Stream.concat(path, DAEMONS.stream())
                        .filter(directory -> !directory.isEmpty())
                        .map(Path::of)
                        .distinct()
                        .toList(),
                ProcessHandle.current().info().user().equals(Optional.of("root")));
    }

    /** A program by its name. */
    Optional<Path> find(String program) {
        return directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The name where it is not found, for a message that names it. */
    String path(String program) {
        return find(program).map(Path::toString).orElse(program);
    }

    /** The first of some programs that is missing, with the way to get it; empty if none is. */
    Optional<String> missing(List<String> programs, String mend) {
        return programs.stream()
                .filter(program -> find(program).isEmpty())
                .findFirst()
                .map(program -> program + " is not installed: " + mend);
    }
}
