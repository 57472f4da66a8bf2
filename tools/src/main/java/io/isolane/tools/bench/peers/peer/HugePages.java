package io.isolane.tools.bench.peers.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The huge pages that this machine had reserved at some moment (Linux, admin-guide/mm/hugetlbpage), so that it can have as many again after
 * a program took more. Immutable.
 *
 * @param reserved how many; empty where that cannot be read
 * @param mounts where their file system was mounted
 */
record HugePages(Optional<Long> reserved, List<String> mounts) {
    private static final Path RESERVED = Path.of("/proc/sys/vm/nr_hugepages");
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final int TYPE = 2;
    private static final int PLACE = 1;
    private static final int PATIENCE_SECONDS = 5;

    HugePages {
        mounts = List.copyOf(mounts);
    }

    static HugePages now() {
        return new HugePages(read(), mounted());
    }

    /** As many as then, mounted where they were then; as far as this process may. */
    void restore() {
        mounted().stream().filter(mount -> !mounts.contains(mount)).forEach(HugePages::unmount);
        reserved.filter(number -> !read().equals(reserved)).ifPresent(HugePages::write);
    }

    private static Optional<Long> read() {
        try {
            return Optional.of(Long.valueOf(Files.readString(RESERVED).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static void write(long number) {
        try {
            Files.writeString(RESERVED, number + "\n");
        } catch (IOException refused) {
            System.err.println("isolane bench peers: cannot set " + RESERVED + " back to " + number);
        }
    }

    private static List<String> mounted() {
        try (Stream<String> lines = Files.lines(MOUNTS)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words[TYPE].equals("hugetlbfs"))
                    .map(words -> words[PLACE])
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static void unmount(String place) {
        try {
            Process process = new ProcessBuilder("umount", place).inheritIO().start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException absent) {
            System.err.println("isolane bench peers: cannot unmount " + place);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
